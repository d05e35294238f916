//! What the declaration's names are on the command line, and which parameters are special.

use interserver::meta::{self, Operation, Param, ParamKind, Service, Shape, WireType};

/// `floating_ips` is typed `floating-ips`.
pub(crate) fn kebab(name: &str) -> String {
    name.replace('_', "-")
}

/// The command of an operation, such as `vps restart`.
pub(crate) fn command(operation: &Operation) -> String {
    format!("{} {}", kebab(operation.service), kebab(operation.name))
}

/// The service of an operation.
pub(crate) fn service(operation: &Operation) -> &'static Service {
    meta::services()
        .iter()
        .find(|service| service.name == operation.service)
        .expect("every operation belongs to a service")
}

/// Another operation of a service.
pub(crate) fn sibling(service: &str, name: &str) -> Option<&'static Operation> {
    meta::operations().find(|operation| operation.service == service && operation.name == name)
}

/// Whether a parameter is the order number of a service of this module, for which a host name may
/// stand. Other numbers that are called `id` are documented as what they are.
pub(crate) fn is_order_number(operation: &Operation, param: &Param) -> bool {
    param.name == "id"
        && service(operation).module.is_some()
        && param.docs.trim_start().starts_with("Order number")
        && matches!(param.kind, ParamKind::Scalar(scalar) if scalar.wire == WireType::Int)
}

/// Whether an operation takes an order number.
pub(crate) fn takes_order_number(operation: &Operation) -> bool {
    operation
        .params
        .iter()
        .any(|param| is_order_number(operation, param))
}

/// The list whose rows have the value that a parameter's documentation names, as in
/// "Number of the location (`VpsLocation::id`)", and the name of the field.
pub(crate) fn value_list(
    service: &'static Service,
    param: &Param,
) -> Option<(&'static Operation, &'static str)> {
    let (_, reference) = param.docs.split_once("(`")?;
    let (reference, _) = reference.split_once("`)")?;
    let (record, field) = reference.split_once("::")?;
    service.operations.iter().find_map(|operation| {
        let Shape::Records(meta) = operation.returns else {
            return None;
        };
        let field = meta.fields.iter().find(|known| known.name == field)?;
        (meta.name == record && operation.params.iter().all(|param| !param.required()))
            .then_some((*operation, field.name))
    })
}

/// Documentation as paragraphs of one line each, which the terminal's width breaks anew.
pub(crate) fn prose(docs: &str) -> String {
    let paragraphs: Vec<_> = docs.trim().split("\n\n").map(paragraph).collect();
    paragraphs.join("\n\n")
}

/// The first paragraph of documentation, on one line and without its Markdown.
pub(crate) fn paragraph(docs: &str) -> String {
    let paragraph = docs.trim().split("\n\n").next().unwrap_or_default();
    let words: Vec<_> = paragraph.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_numbers_are_told_from_other_numbers() {
        let takes = |service, name| sibling(service, name).is_some_and(takes_order_number);
        assert!(takes("vps", "restart") && takes("floating_ips", "change_target"));
        assert!(takes("licenses", "cancel_license") && takes("mail", "zonemta_login"));
        assert!(!takes("vps", "host_name") && !takes("dns", "zone") && !takes("vps", "list"));
        let modules = meta::modules().count();
        let gets = meta::operations()
            .filter(|operation| operation.name == "get" && takes_order_number(operation))
            .count();
        assert_eq!(gets, modules);
    }
}
