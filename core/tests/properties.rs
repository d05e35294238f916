//! What must hold for any text, any bytes and any data, found out by chance.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use interserver::{Client, Decimal, Error, Extra, Module, TicketDraft, Value};
use interserver_sandbox::{Charset, Sandbox};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use support::{Played, envelope};

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}

/// Text that a server of Latin-1 can keep, with everything in it that XML has to escape.
fn latin_1() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        4 => proptest::char::range(' ', '~'),
        2 => proptest::char::range('\u{a0}', 'ÿ'),
        1 => prop_oneof![Just('<'), Just('&'), Just(']'), Just('>'), Just('"'), Just('\'')],
        1 => prop_oneof![Just('\n'), Just('\t'), Just('\r')],
    ];
    vec(any, 1..40).prop_map(|characters| characters.into_iter().collect())
}

/// Text that XML can hold, whatever the charset.
fn text() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        3 => proptest::char::range(' ', '~'),
        1 => proptest::char::range('\u{a0}', '\u{d7ff}'),
        1 => proptest::char::range('\u{10000}', '\u{10ffff}'),
        1 => prop_oneof![Just('<'), Just('&'), Just('>')],
    ];
    vec(any, 1..30).prop_map(|characters| characters.into_iter().collect())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&#62;")
}

async fn texts(body: Vec<u8>) -> Result<Vec<String>, Error> {
    Played::recorded(200, None, body)
        .client()
        .general()
        .modules()
        .await
}

async fn opened(client: &Client, subject: &str, body: &str) -> (String, String) {
    let draft = TicketDraft {
        email: "demo@example.com".into(),
        ip: "203.0.113.5".into(),
        subject: subject.into(),
        body: body.into(),
        ..TicketDraft::default()
    };
    let id = client
        .support()
        .open_ticket(draft)
        .await
        .unwrap()
        .id
        .unwrap();
    let ticket = client
        .support()
        .ticket(id.to_string())
        .await
        .unwrap()
        .ticket
        .unwrap();
    let first = ticket.posts.into_iter().next().unwrap();
    (ticket.subject.unwrap(), first.contents.unwrap())
}

proptest! {
    // A failure is printed with its input; a test of its own is to keep it, not a file of seeds.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn text_that_is_sent_comes_back(
        subject in latin_1().prop_filter("not empty", |text| !text.trim().is_empty()),
        body in latin_1().prop_filter("not empty", |text| !text.trim().is_empty()),
        utf8 in any::<bool>(),
    ) {
        let sandbox = Sandbox::new(1);
        sandbox.set_charset(if utf8 { Charset::Utf8 } else { Charset::Latin1 });
        let came_back = run(opened(&sandbox.client(), &subject, &body));
        // XML gives a line feed for every other line end that stands in an answer as it is.
        let lines = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
        prop_assert_eq!((lines(&came_back.0), lines(&came_back.1)), (lines(&subject), lines(&body)));
    }

    #[test]
    fn amounts_that_are_sent_come_back_to_the_cent(cents in 1_i64..100_000_000) {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        let amount = Decimal::new(cents, 2);
        let back = run(async {
            let id = client.billing().add_prepay(Module::Vps, amount, true).await.unwrap();
            let prepays = client.billing().prepays().await.unwrap();
            prepays.into_iter().find(|prepay| prepay.id == id).unwrap()
        });
        prop_assert_eq!(back.amount, Some(amount));
        prop_assert_eq!(back.automatic_use, Some(true));
    }

    #[test]
    fn whole_numbers_reach_the_server_as_they_are(id in any::<i64>()) {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        let preview = client.vps().get(id).preview().unwrap();
        let expected = format!("<id xsi:type=\"xsd:int\">{id}</id>");
        prop_assert!(preview.contains(&expected), "{}", preview);
    }

    #[test]
    fn any_text_is_read_as_it_was_written_in_utf_8(list in vec(text(), 1..8)) {
        let items: String = list.iter().map(|text| format!("<item>{}</item>", escaped(text))).collect();
        let read = run(texts(envelope(&format!("<return>{items}</return>")))).unwrap();
        prop_assert_eq!(read, list);
    }

    #[test]
    fn any_latin_1_text_is_read_as_it_was_written(list in vec(latin_1(), 1..8)) {
        // At least one byte that is no UTF-8, or the bytes decide for UTF-8.
        let list: Vec<String> = list.into_iter().map(|text| format!("é{}", text.replace('\r', ""))).collect();
        let items: String = list.iter().map(|text| format!("<item>{}</item>", escaped(text))).collect();
        let text = String::from_utf8(envelope(&format!("<return>{items}</return>"))).unwrap();
        let bytes = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        prop_assert_eq!(run(texts(bytes)).unwrap(), list);
    }

    #[test]
    fn any_text_survives_in_character_data(list in vec(text(), 1..8)) {
        let list: Vec<String> = list.into_iter().map(|text| text.replace("]]>", "")).collect();
        let items: String = list
            .iter()
            .map(|text| format!("<item><![CDATA[{text}]]></item>"))
            .collect();
        let read = run(texts(envelope(&format!("<return>{items}</return>")))).unwrap();
        prop_assert_eq!(read, list);
    }

    #[test]
    fn no_bytes_make_a_panic(bytes in vec(any::<u8>(), 0..400)) {
        let _ = run(texts(bytes));
    }

    #[test]
    fn no_damage_to_an_answer_makes_a_panic(
        at in any::<prop::sample::Index>(),
        length in 0_usize..40,
        instead in vec(any::<u8>(), 0..40),
    ) {
        let mut body = support::bytes("vectors/responses/api_vps_get_services.xml");
        let at = at.index(body.len());
        let end = (at + length).min(body.len());
        body.splice(at..end, instead);
        let client = Played::recorded(200, None, body).client();
        let _ = run(async { client.vps().list().await });
    }

    #[test]
    fn php_data_is_read_as_php_wrote_it(value in php_value(), in_latin_1 in any::<bool>()) {
        let written = serialized(&value, in_latin_1);
        let extra = Extra::parse(&written);
        prop_assert_eq!(extra.value(), &value);
    }

    #[test]
    fn no_text_makes_a_panic_as_php_data(text in ".{0,200}") {
        let _ = Extra::parse(&text);
    }

    #[test]
    fn php_data_that_is_cut_short_is_text(value in php_value(), at in any::<prop::sample::Index>()) {
        let whole = serialized(&value, false);
        let cut: String = whole.chars().take(at.index(whole.chars().count())).collect();
        let extra = Extra::parse(&cut);
        prop_assert_eq!(extra.value(), &Value::Text(cut));
    }
}

/// Data as PHP arrays hold them. A list is what has the keys 0, 1, 2…
fn php_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        (-1.0e15..1.0e15_f64).prop_map(Value::Float),
        text().prop_map(Value::Text),
    ];
    let nested = leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::List),
            btree_map("[a-zäöü_]{1,12}", inner, 1..6)
                .prop_map(|entries| Value::Map(entries.into_iter().collect())),
        ]
    });
    // The outermost is an array, as the server's are: a bare text is read as the text that it is.
    prop_oneof![
        vec(nested.clone(), 0..6).prop_map(Value::List),
        btree_map("[a-zäöü_]{1,12}", nested, 1..6)
            .prop_map(|entries| Value::Map(entries.into_iter().collect())),
    ]
}

/// PHP's `serialize()`. Where the bytes were Latin-1 before, texts are counted in characters.
fn serialized(value: &Value, in_latin_1: bool) -> String {
    let text = |text: &str| {
        let length = if in_latin_1 {
            text.chars().count()
        } else {
            text.len()
        };
        format!("s:{length}:\"{text}\";")
    };
    match value {
        Value::Null => "N;".into(),
        Value::Bool(flag) => format!("b:{};", i32::from(*flag)),
        Value::Int(number) => format!("i:{number};"),
        Value::Float(number) => format!("d:{number};"),
        Value::Text(content) => text(content),
        Value::List(items) => {
            let items: String = items
                .iter()
                .enumerate()
                .map(|(at, item)| format!("i:{at};{}", serialized(item, in_latin_1)))
                .collect();
            format!(
                "a:{}:{{{items}}}",
                value.as_list().map_or(0, <[Value]>::len)
            )
        }
        Value::Map(entries) => {
            let entries_text: String = entries
                .iter()
                .map(|(key, item)| format!("{}{}", text(key), serialized(item, in_latin_1)))
                .collect();
            format!("a:{}:{{{entries_text}}}", entries.len())
        }
    }
}
