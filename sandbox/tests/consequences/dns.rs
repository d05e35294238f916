//! Zones and records come, change and go.

use interserver::{DnsRecordDraft, ErrorKind};

use crate::sandbox;

#[tokio::test]
async fn zones_and_records_are_added_changed_and_gone() {
    let (_, client) = sandbox();
    let dns = client.dns();
    dns.add_zone("Fresh.Example", "203.0.113.9").await.unwrap();
    let again = dns
        .add_zone("fresh.example", "203.0.113.9")
        .await
        .unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Api);
    let zone = dns.find_zone("fresh.example", 1..=20).await.unwrap();
    let of_the_zone = dns.records(zone.id).await.unwrap().len();
    let draft = DnsRecordDraft {
        name: "_acme-challenge.fresh.example".to_owned(),
        content: "\"token\"".to_owned(),
        record_type: interserver::DnsType::Txt,
        ttl: 60,
        ..DnsRecordDraft::default()
    };
    let id = dns.add_record(zone.id, &draft).await.unwrap();
    let changed = DnsRecordDraft {
        content: "\"other\"".to_owned(),
        ..draft
    };
    dns.update_record(zone.id, id, &changed).await.unwrap();
    let records = dns.records(zone.id).await.unwrap();
    assert_eq!(records.len(), of_the_zone + 1);
    let record = records.iter().find(|record| record.id == id).unwrap();
    assert_eq!(record.content.as_deref(), Some("\"other\""));
    assert_eq!(record.ttl, Some(60));

    dns.delete_record(zone.id, id).await.unwrap();
    assert_eq!(
        dns.delete_record(zone.id, id).await.unwrap_err().kind(),
        ErrorKind::Refused
    );
    assert_eq!(
        dns.add_record(9999, &changed).await.unwrap_err().kind(),
        ErrorKind::Refused
    );
    dns.delete_zone(zone.id).await.unwrap();
    assert_eq!(
        dns.zone(zone.id).await.unwrap_err().kind(),
        ErrorKind::NotFound
    );
    assert_eq!(
        dns.delete_zone(zone.id).await.unwrap_err().kind(),
        ErrorKind::Refused
    );
    // Numbers are not used twice.
    dns.add_zone("other.example", "203.0.113.9").await.unwrap();
    assert!(dns.find_zone("other.example", 1..=20).await.unwrap().id > zone.id);
}
