//! Tickets are listed, opened, answered and read.

use interserver::{ErrorKind, TicketDraft};

use crate::{sandbox, seconds};

#[tokio::test]
async fn tickets_come_in_pages_and_by_status() {
    let (_, client) = sandbox();
    let first = client.support().ticket_page(1, 10, None).await.unwrap();
    assert_eq!(first.tickets.len(), 10);
    assert_eq!(first.total_pages, Some(3)); // 2.8, rounded up
    let last = client.support().ticket_page(3, 10, None).await.unwrap();
    assert_eq!(last.tickets.len(), 8);
    let none = client.support().ticket_page(4, 10, None).await.unwrap();
    assert!(none.tickets.is_empty());
    let held = client
        .support()
        .ticket_page(1, 50, "On Hold".to_owned())
        .await
        .unwrap();
    assert_eq!(held.tickets.len(), 7);
    assert!(
        held.tickets
            .iter()
            .all(|ticket| ticket.status.as_deref() == Some("On Hold"))
    );
}

#[tokio::test]
async fn a_ticket_is_opened_answered_and_read() {
    let (sandbox, client) = sandbox();
    let draft = TicketDraft {
        email: "demo@example.com".to_owned(),
        ip: "203.0.113.9".to_owned(),
        subject: "Größe & <Preis>".to_owned(),
        product: String::new(),
        body: "Line one é\nline two".to_owned(),
        box_auth_value: String::new(),
    };
    let id = client
        .support()
        .open_ticket(&draft)
        .await
        .unwrap()
        .id
        .unwrap();
    sandbox.advance(seconds(60));
    client
        .support()
        .reply(id.to_string(), "Still there")
        .await
        .unwrap();
    let ticket = client
        .support()
        .ticket(id.to_string())
        .await
        .unwrap()
        .ticket
        .unwrap();
    assert_eq!(ticket.subject.as_deref(), Some("Größe & <Preis>"));
    assert_eq!(ticket.posts.len(), 2);
    assert_eq!(
        ticket.posts[0].contents.as_deref(),
        Some("Line one é\nline two")
    );
    let newest = client
        .support()
        .ticket_page(1, 1, None)
        .await
        .unwrap()
        .tickets
        .remove(0);
    assert_eq!(newest.id, id);
    // By its reference it is the same ticket.
    let reference = ticket.reference.unwrap();
    let same = client
        .support()
        .ticket(reference)
        .await
        .unwrap()
        .ticket
        .unwrap();
    assert_eq!(same.posts.len(), 2);

    let other = TicketDraft {
        email: "other@example.com".to_owned(),
        ..draft
    };
    let error = client.support().open_ticket(other).await.unwrap_err();
    assert!(error.status_text().unwrap().contains("Email"));
    let error = client.support().reply("1", "?").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
}
