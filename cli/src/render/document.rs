//! JSON, JSON lines, YAML and CSV. Secrets are data in all of them.

use interserver::Value;

use super::{Answer, cell};
use crate::cli::Globals;
use crate::failure::Failure;
use crate::output;

pub(super) fn json(value: &Value) -> Result<(), Failure> {
    Ok(output::json(value)?)
}

pub(super) fn jsonl(value: Value) -> Result<(), Failure> {
    let items = match value {
        Value::List(items) => items,
        one => vec![one],
    };
    for item in items {
        output::line(serde_json::to_string(&item).map_err(std::io::Error::from)?)?;
    }
    Ok(())
}

pub(super) fn yaml(value: &Value) -> Result<(), Failure> {
    let text = serde_saphyr::to_string(value).map_err(std::io::Error::other)?;
    Ok(output::line(text.trim_end())?)
}

pub(super) fn csv(answer: &Answer, globals: &Globals) -> Result<(), Failure> {
    let (names, rows): (Vec<String>, Vec<Vec<String>>) = match answer {
        Answer::Rows(columns, rows) => {
            let names: Vec<_> = columns.iter().map(|column| column.name.clone()).collect();
            let rows = rows.iter().map(|row| {
                let value = |name: &String| row.iter().find(|(key, _)| key == name);
                names
                    .iter()
                    .map(|name| value(name).map_or_else(String::new, |(_, v)| cell::exact(v)))
                    .collect()
            });
            let rows = rows.collect();
            (names, rows)
        }
        Answer::Record(_, row) => row
            .iter()
            .map(|(name, value)| (name.clone(), cell::exact(value)))
            .fold(
                (Vec::new(), vec![Vec::new()]),
                |(mut names, mut rows), (name, text)| {
                    names.push(name);
                    rows[0].push(text);
                    (names, rows)
                },
            ),
        Answer::Texts(texts) => (
            vec!["value".to_owned()],
            texts.iter().map(|text| vec![cell::exact(text)]).collect(),
        ),
        Answer::Plain(value, _) => (vec!["value".to_owned()], vec![vec![cell::exact(value)]]),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    if !globals.no_header {
        writer.write_record(&names).map_err(std::io::Error::from)?;
    }
    for row in rows {
        writer.write_record(&row).map_err(std::io::Error::from)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| std::io::Error::other(error.to_string()))?;
    output::bytes(&bytes)?;
    Ok(())
}
