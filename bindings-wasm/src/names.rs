//! Names as JavaScript writes them.

/// `server_status` as `serverStatus`.
#[must_use]
pub fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    push_camel(&mut camel, name);
    camel
}

/// Appends `server_status` as `serverStatus`.
pub fn push_camel(out: &mut String, name: &str) {
    let mut raised = false;
    for c in name.chars() {
        match c {
            '_' => raised = true,
            c if raised => {
                out.push(c.to_ascii_uppercase());
                raised = false;
            }
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_lose_their_underscores() {
        for (name, camel) in [
            ("id", "id"),
            ("server_status", "serverStatus"),
            ("vps_ipv6_range", "vpsIpv6Range"),
        ] {
            assert_eq!(super::camel(name), camel);
        }
    }
}
