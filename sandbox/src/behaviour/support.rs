//! Tickets.

use rust_decimal::Decimal;

use super::{Behaviour, Call, empty};
use crate::USERNAME;
use crate::catalogue::record;
use crate::state::FULL_NAME;
use crate::state::tickets::{Post, Ticket};
use crate::value::{Row, Val};

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_getTicketList", list),
    ("api_openTicket", open),
    ("api_viewTicket", view),
    ("api_ticketPost", reply),
];

fn list(call: &mut Call<'_>) -> Val {
    let (page, limit) = (call.int("page").max(1), call.int("limit"));
    let limit = if limit < 1 { 10 } else { limit };
    let status = call.text("status");
    let mut tickets: Vec<&Ticket> = call
        .state
        .tickets
        .iter()
        .filter(|ticket| status.is_empty() || ticket.status.eq_ignore_ascii_case(&status))
        .collect();
    tickets.sort_by_key(|ticket| std::cmp::Reverse((ticket.last_activity, ticket.id)));
    let skipped = usize::try_from(page.saturating_sub(1).saturating_mul(limit));
    let rows: Vec<Row> = tickets
        .iter()
        .skip(skipped.unwrap_or(usize::MAX))
        .take(usize::try_from(limit).unwrap_or(usize::MAX))
        .map(|ticket| summary(ticket))
        .collect();
    // PHP divides and prints what comes out, so pages can be 2.8.
    let count = i64::try_from(tickets.len()).unwrap_or(i64::MAX);
    let pages = Decimal::from(count) / Decimal::from(limit);
    let pages = pages.round_sf(14).unwrap_or(pages).normalize();
    call.reply("ok", "List of tickets")
        .with("totalPages", pages.to_string())
        .with("tickets", rows)
        .into()
}

fn summary(ticket: &Ticket) -> Row {
    let last = ticket
        .posts
        .last()
        .map_or(&ticket.full_name, |post| &post.full_name);
    // The opening message is no reply: a ticket without any message has -1.
    let replies = i64::try_from(ticket.posts.len()).unwrap_or(0) - 1;
    Row::blank(record("getTicketList_ticket"))
        .with("ticket_id", ticket.id.to_string())
        .with("ticket_reference_id", &*ticket.reference)
        .with("subject", &*ticket.subject)
        .with("lastreplier", last.as_str())
        .with("statustitle", &*ticket.status)
        .with("prioritytitle", &*ticket.priority)
        .with("replies", replies.to_string())
        .with("lastactivity", ticket.last_activity.to_string())
}

fn open(call: &mut Call<'_>) -> Val {
    let email = call.text("user_email");
    let refused = |call: &Call<'_>, why: &str| -> Val {
        call.reply("Failed", why)
            .with("ticket_reference_id", -1)
            .into()
    };
    if !email.eq_ignore_ascii_case(USERNAME) {
        return refused(
            call,
            "Invalid Email Address - Does not match your account email!",
        );
    }
    let (subject, body) = (call.text("subject"), call.text("body"));
    if subject.trim().is_empty() || body.trim().is_empty() {
        return refused(call, "Subject and body must not be empty!");
    }
    let now = call.state.clock.seconds();
    let last = call.state.tickets.iter().map(|ticket| ticket.id).max();
    let id = 1 + last.unwrap_or(1_287_000);
    let ticket = Ticket {
        id,
        reference: call.state.dice.reference(),
        subject,
        full_name: FULL_NAME.to_owned(),
        email: email.clone(),
        product: call.text("product"),
        status: "Open".to_owned(),
        priority: "Standard".to_owned(),
        created: now,
        last_activity: now,
        posts: vec![Post {
            email,
            full_name: FULL_NAME.to_owned(),
            date: now,
            contents: body,
        }],
    };
    call.state.tickets.push(ticket);
    call.reply("ok", "Ticket opened")
        .with("ticket_reference_id", id)
        .into()
}

fn view(call: &mut Call<'_>) -> Val {
    let name = call.text("ticketID");
    let ticket = call
        .state
        .tickets
        .iter()
        .find(|ticket| ticket.is_called(&name));
    let Some(ticket) = ticket else {
        let why = "Kayako exception occurred getting ticket details. Please try again!";
        return call.reply("Failed", why).into();
    };
    let post = |post: &Post| {
        Row::blank(record("postsDetail"))
            .with("email", &*post.email)
            .with("full_name", &*post.full_name)
            .with("dateline", post.date.to_string())
            .with("contents", &*post.contents)
    };
    let posts: Vec<Row> = ticket.posts.iter().map(post).collect();
    let detail = empty(record("view_ticketdetail_array"))
        .with("ticket_reference_id", &*ticket.reference)
        .with("full_name", &*ticket.full_name)
        .with("email", &*ticket.email)
        .with("subject", &*ticket.subject)
        .with("creationtime", ticket.created.to_string())
        .with("statustitle", &*ticket.status)
        .with("prioritytitle", &*ticket.priority)
        .with("lastactivity", ticket.last_activity.to_string())
        .with("posts", posts);
    call.reply("ok", "Ticket details")
        .with("result", detail)
        .into()
}

fn reply(call: &mut Call<'_>) -> Val {
    let (name, contents) = (call.text("ticketID"), call.text("content"));
    let now = call.state.clock.seconds();
    let mut tickets = call.state.tickets.iter_mut();
    let Some(ticket) = tickets.find(|ticket| ticket.is_called(&name)) else {
        let why = "Kayako exception occurred getting ticket detail. Please try again!";
        return call.reply("Failed", why).into();
    };
    ticket.posts.push(Post {
        email: USERNAME.to_owned(),
        full_name: FULL_NAME.to_owned(),
        date: now,
        contents,
    });
    ticket.last_activity = now;
    // Whoever writes wants an answer.
    ticket.status = "Open".to_owned();
    call.ok("Ticket updated")
}
