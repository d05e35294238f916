//! [`SupportService::tickets`]: all tickets, a page at a time, as they are asked for.

use std::collections::VecDeque;

use futures_util::Stream;
use futures_util::stream::unfold;

use crate::error::Result;
use crate::records::{SupportService, TicketSummary};

/// Tickets per page that [`Tickets`] asks for.
const PAGE_SIZE: i64 = 50;

/// The tickets of an account, fetched a page at a time.
///
/// [`next`](Tickets::next) gives one after the other; [`into_stream`](Tickets::into_stream) makes
/// a `Stream` of it.
#[derive(Debug)]
pub struct Tickets {
    support: SupportService,
    status: Option<String>,
    page: i64,
    waiting: VecDeque<TicketSummary>,
    seen: std::collections::HashSet<i64>,
    at_end: bool,
}

impl SupportService {
    /// Goes through the tickets, perhaps only those of a status such as `Open`. Nothing is fetched
    /// before it is asked for.
    ///
    /// ```no_run
    /// # async fn demo(client: interserver::Client) -> Result<(), interserver::Error> {
    /// let mut tickets = client.support().tickets(None);
    /// while let Some(ticket) = tickets.next().await? {
    ///     println!("{} {}", ticket.id, ticket.subject.as_deref().unwrap_or("-"));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn tickets(&self, status: Option<String>) -> Tickets {
        Tickets {
            support: self.clone(),
            status,
            page: 0,
            waiting: VecDeque::new(),
            seen: std::collections::HashSet::new(),
            at_end: false,
        }
    }
}

impl Tickets {
    /// The next ticket; none after the last. A page that fails can be asked for again.
    ///
    /// A ticket that moves to another page between two fetches is given once.
    ///
    /// # Errors
    /// What `ticket_page` fails with.
    pub async fn next(&mut self) -> Result<Option<TicketSummary>> {
        while self.waiting.is_empty() && !self.at_end {
            let page = self.page + 1;
            let answer = self
                .support
                .ticket_page(page, PAGE_SIZE, self.status.clone())
                .await?;
            self.page = page;
            let known_last = answer
                .total_pages
                .is_some_and(|pages| page >= i64::from(pages));
            self.at_end = answer.tickets.is_empty() || known_last;
            let new = answer
                .tickets
                .into_iter()
                .filter(|ticket| self.seen.insert(ticket.id));
            self.waiting.extend(new);
        }
        Ok(self.waiting.pop_front())
    }

    /// The tickets as a `Stream`, which ends after the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<TicketSummary>> {
        unfold(Some(self), |tickets| async {
            let mut tickets = tickets?;
            match tickets.next().await {
                Ok(Some(ticket)) => Some((Ok(ticket), Some(tickets))),
                Ok(None) => None,
                Err(error) => Some((Err(error), None)),
            }
        })
    }
}
