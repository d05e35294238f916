//! The table of `docs/from-the-samples.md`: which command does what a sample script did.

use std::fmt::Write;

use interserver::meta;

use crate::failure::Failure;
use crate::output;
use crate::service::example;

pub(crate) fn print() -> Result<(), Failure> {
    Ok(output::line(table())?)
}

fn table() -> String {
    let mut text = String::from(
        "# From the sample scripts to commands

The old documentation shows a PHP, Perl, Python and Ruby script for each of its functions, called as
`php api_vps_queue_restart.php user password 1234`. This is the command for each of them, and for
the functions that came later. `interserver samples-table` makes this page from the declaration.

Log in once with `interserver login`; no command takes a password on its command line. Where a script
printed an array, take `--output json`. A host name may stand for an order number.

",
    );
    for (title, since) in [
        ("Functions with sample scripts", 2015),
        ("Newer functions", 2026),
    ] {
        let operations: Vec<_> = meta::operations()
            .filter(|operation| operation.since == since)
            .collect();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "## {title} ({})\n", operations.len());
        let _ = writeln!(text, "| function | command | effect |\n| --- | --- | --- |");
        for operation in operations {
            let _ = writeln!(
                text,
                "| `{}` | `{}` | {} |",
                operation.wire,
                example::line(operation),
                operation.effect.as_str()
            );
        }
        text.push('\n');
    }
    text.push_str(
        "What orders, spends or ends something asks before it is sent; scripts say `--yes`.",
    );
    text
}
