//! `operations.json`: what the tests need to call every operation and to look at its answer. It is
//! no part of the package.

use interserver::meta::{self, Param, ParamKind, ScalarType, Shape, WireType};
use interserver_wasm::names::camel;
use serde_json::{Map, Value, json};

use super::api::required;

/// Every operation: its method, arguments that pass its checks, and the fields of its answer.
pub(crate) fn operations() -> String {
    let operations: Vec<_> = meta::operations()
        .map(|operation| {
            let fields = match operation.returns {
                Shape::Record(record) | Shape::Records(record) => {
                    let names = record.fields.iter().map(|field| camel(field.name));
                    json!(names.chain(["other".to_owned()]).collect::<Vec<_>>())
                }
                _ => Value::Null,
            };
            json!({
                "wire": operation.wire,
                "service": camel(operation.service),
                "method": camel(operation.name),
                "arguments": required(operation).map(sample).collect::<Vec<_>>(),
                "fields": fields,
            })
        })
        .collect();
    format!("{:#}\n", json!(operations))
}

fn sample(param: &Param) -> Value {
    let scalar = match param.kind {
        ParamKind::Scalar(scalar) => scalar,
        ParamKind::Input(input) => {
            let required = input.fields.iter().filter(|field| field.required());
            return Value::Object(
                required
                    .map(|field| (camel(field.name), sample(field)))
                    .collect::<Map<_, _>>(),
            );
        }
        _ => return Value::Null,
    };
    if let ScalarType {
        words: Some(words), ..
    } = scalar
    {
        return json!(words.words[0].wire);
    }
    match scalar.wire {
        WireType::Int => json!(1),
        WireType::Float => json!(10.5),
        WireType::Boolean => json!(true),
        _ => json!(text(param)),
    }
}

fn text(param: &Param) -> &'static str {
    // The first that passes, so that no check is known by name here.
    ["www.example.com", "203.0.113.9", "demo@example.com"]
        .into_iter()
        .find(|text| {
            param
                .check
                .is_none_or(|check| check.accepts(&(*text).into()))
        })
        .unwrap_or("")
}
