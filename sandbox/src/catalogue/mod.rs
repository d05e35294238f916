//! What the documentation says there is to buy: templates, slice types, licences, places.

use std::sync::OnceLock;

use interserver::meta::{self, RecordMeta, WireType};
use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::value::{Row, Val};

const TEMPLATES: &str = include_str!("templates.json");
const SLICE_TYPES: &str = include_str!("slice_types.json");
const LICENSE_TYPES: &str = include_str!("license_types.json");
const LOCATIONS: &str = include_str!("locations.json");
const PLATFORMS: &str = include_str!("platforms.json");
const MODULES: &str = include_str!("modules.json");
const LOCKED_IPS: &str = include_str!("locked_ips.json");

/// The documented catalogue.
#[derive(Debug)]
pub(crate) struct Catalogue {
    pub(crate) templates: Vec<Row>,
    pub(crate) slice_types: Vec<Row>,
    pub(crate) license_types: Vec<Row>,
    pub(crate) locations: Vec<Row>,
    pub(crate) platforms: Vec<Row>,
    pub(crate) modules: Vec<Val>,
    pub(crate) locked_ips: Vec<Val>,
}

impl Catalogue {
    /// The catalogue, which never changes and so is read once.
    pub(crate) fn get() -> &'static Self {
        static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
        CATALOGUE.get_or_init(|| Self {
            templates: rows(record("vps_template"), TEMPLATES),
            slice_types: rows(record("vps_slice_type"), SLICE_TYPES),
            license_types: rows(record("license_type"), LICENSE_TYPES),
            locations: rows(record("idNameArray"), LOCATIONS),
            platforms: rows(record("vps_platform"), PLATFORMS),
            modules: texts(MODULES),
            locked_ips: texts(LOCKED_IPS),
        })
    }

    /// A kind of license by its number.
    pub(crate) fn license_type(&self, id: i64) -> Option<&Row> {
        self.license_types
            .iter()
            .find(|row| row.int("services_id") == id)
    }
}

/// A declared record by the name of its struct.
pub(crate) fn record(wire: &str) -> &'static RecordMeta {
    meta::records()
        .find(|record| record.wire == wire)
        .expect("the records that the sandbox names are declared")
}

/// Rows from a JSON list of objects by wire names. Fields that an object lacks are null.
pub(crate) fn rows(record: &'static RecordMeta, json: &str) -> Vec<Row> {
    list(json)
        .into_iter()
        .map(|object| {
            let mut row = Row::blank(record);
            for (name, value) in object.as_object().into_iter().flatten() {
                let float = record
                    .live_fields()
                    .any(|field| field.wire == name && field.wire_type == WireType::Float);
                row.set(name, value_of(value, float));
            }
            row
        })
        .collect()
}

fn texts(json: &str) -> Vec<Val> {
    list(json)
        .iter()
        .map(|text| value_of(text, false))
        .collect()
}

fn list(json: &str) -> Vec<Json> {
    serde_json::from_str(json).expect("the data of the sandbox are JSON lists")
}

fn value_of(json: &Json, float: bool) -> Val {
    match json {
        Json::Null => Val::Null,
        Json::Bool(flag) => Val::Bool(*flag),
        Json::Number(number) if float => {
            Val::Float(number.to_string().parse().unwrap_or(Decimal::ZERO))
        }
        Json::Number(number) => Val::Int(number.as_i64().unwrap_or_default()),
        Json::String(text) => Val::Text(text.clone()),
        Json::Array(items) => Val::List(items.iter().map(|item| value_of(item, float)).collect()),
        // A structured value of a text field is its JSON, as `*_extra` fields have it.
        Json::Object(_) => Val::Text(json.to_string()),
    }
}
