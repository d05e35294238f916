//! [`SupportService::tickets`]: all tickets, a page at a time, as they are asked for.

use std::collections::VecDeque;
use std::future::IntoFuture;

use futures_util::Stream;
use futures_util::stream::unfold;

use crate::error::Result;
use crate::records::{SupportService, TicketSummary};

/// Tickets per page that [`Tickets`] asks for.
pub(super) const PAGE_SIZE: i64 = 50;

/// The tickets of an account, fetched a page at a time.
///
/// [`next`](Tickets::next) gives one after the other; [`into_stream`](Tickets::into_stream) makes
/// a `Stream` of it.
#[derive(Debug)]
pub struct Tickets {
    support: SupportService,
    status: Option<String>,
    walk: Walk<TicketSummary>,
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
            walk: Walk::new(),
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
        let (support, status) = (&self.support, &self.status);
        let fetch = |page| support.ticket_page(page, PAGE_SIZE, status.clone());
        self.walk
            .next(fetch, |page| Page {
                pages: page.total_pages.map(i64::from),
                tickets: page
                    .tickets
                    .into_iter()
                    .map(|ticket| (ticket.id, ticket))
                    .collect(),
            })
            .await
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

/// A page, in whatever form its tickets were read.
pub(super) struct Page<T> {
    pub(super) pages: Option<i64>,
    /// The tickets with their numbers.
    pub(super) tickets: Vec<(i64, T)>,
}

/// How far a walk through the pages has come.
#[derive(Debug)]
pub(super) struct Walk<T> {
    page: i64,
    waiting: VecDeque<T>,
    /// Numbers, sorted.
    seen: Vec<i64>,
    at_end: bool,
}

impl<T> Walk<T> {
    pub(super) fn new() -> Self {
        Self {
            page: 0,
            waiting: VecDeque::new(),
            seen: Vec::new(),
            at_end: false,
        }
    }

    pub(super) async fn next<P, F: IntoFuture<Output = Result<P>>>(
        &mut self,
        fetch: impl Fn(i64) -> F,
        open: impl Fn(P) -> Page<T>,
    ) -> Result<Option<T>> {
        while self.waiting.is_empty() && !self.at_end {
            let page = self.page + 1;
            let Page { pages, tickets } = open(fetch(page).await?);
            self.page = page;
            self.at_end = tickets.is_empty() || pages.is_some_and(|pages| page >= pages);
            for (id, ticket) in tickets {
                if let Err(at) = self.seen.binary_search(&id) {
                    self.seen.insert(at, id);
                    self.waiting.push_back(ticket);
                }
            }
        }
        Ok(self.waiting.pop_front())
    }
}
