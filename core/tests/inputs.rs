//! Orders and drafts are checked as they are made, by the rules of the calls that send them.

use interserver::{ErrorKind, VpsOrder};

fn order() -> VpsOrder {
    VpsOrder {
        template_file: "debian-12".into(),
        template_os: "debian".into(),
        hostname: "web1.example.com".into(),
        root_password: "aB3$efgh".into(),
        ..VpsOrder::default()
    }
}

#[test]
fn a_good_order_passes_its_check() {
    order().check().expect("nothing is wrong with it");
}

#[test]
fn a_wrong_order_names_its_argument() {
    let error = VpsOrder {
        slices: 17,
        ..order()
    }
    .check()
    .expect_err("17 slices");
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.to_string().contains("slices"), "{error}");

    let error = VpsOrder {
        hostname: "-".into(),
        ..order()
    }
    .check()
    .expect_err("no host name");
    assert!(error.to_string().contains("hostname"), "{error}");
}

#[test]
fn a_secret_does_not_show_in_what_is_wrong_with_it() {
    let error = VpsOrder {
        root_password: "hidden\u{1}".into(),
        ..order()
    }
    .check()
    .expect_err("a control character");
    assert!(!error.to_string().contains("hidden"), "{error}");
}

#[test]
fn text_beyond_latin_1_is_left_to_the_client() {
    VpsOrder {
        root_password: "€€€€€€€€".into(),
        ..order()
    }
    .check()
    .expect("a client may allow it");
}

#[test]
fn all_tables_come_at_once_and_in_order() {
    macro_rules! names {
        ($({ $(#[doc = $doc:literal])* service $name:ident $($rest:tt)* })*) => {
            const NAMES: &[&str] = &[$(stringify!($name)),*];
        };
    }
    interserver::for_all_sections!(names);
    let services: Vec<_> = interserver::meta::services()
        .iter()
        .map(|service| service.name)
        .collect();
    assert_eq!(NAMES, services);
}
