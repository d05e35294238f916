//! [`Ticket`]: a matter that the account's owner and the support write about.

use serde_json::{Value as Json, json};

/// A support ticket.
#[derive(Clone, Debug)]
pub(crate) struct Ticket {
    pub(crate) id: i64,
    /// Reference for people, such as `KVO-530-34143`.
    pub(crate) reference: String,
    pub(crate) subject: String,
    pub(crate) full_name: String,
    pub(crate) email: String,
    /// Service that it is about; empty for none.
    pub(crate) product: String,
    /// `Open`, `On Hold` or `Closed`.
    pub(crate) status: String,
    pub(crate) priority: String,
    /// Epoch seconds.
    pub(crate) created: i64,
    pub(crate) last_activity: i64,
    pub(crate) posts: Vec<Post>,
}

/// A message in a ticket.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub(crate) email: String,
    pub(crate) full_name: String,
    /// Epoch seconds.
    pub(crate) date: i64,
    pub(crate) contents: String,
}

impl Ticket {
    /// Whether a text names it: by number or by reference.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.reference.eq_ignore_ascii_case(name) || name.parse() == Ok(self.id)
    }

    pub(crate) fn json(&self) -> Json {
        let posts: Vec<Json> = self
            .posts
            .iter()
            .map(|post| {
                json!({
                    "email": post.email,
                    "full_name": post.full_name,
                    "dateline": post.date,
                    "contents": post.contents,
                })
            })
            .collect();
        json!({
            "ticket_id": self.id,
            "ticket_reference_id": self.reference,
            "subject": self.subject,
            "full_name": self.full_name,
            "email": self.email,
            "product": self.product,
            "statustitle": self.status,
            "prioritytitle": self.priority,
            "creationtime": self.created,
            "lastactivity": self.last_activity,
            "posts": posts,
        })
    }
}
