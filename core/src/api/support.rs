//! Support tickets: list, read, open and reply.

#[allow(unused_imports)]
use super::all::*;
use crate::Timestamp;
use crate::soap::RoundedUp;

#[doc(hidden)]
#[macro_export]
macro_rules! __api_support {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Support tickets: list, read, open, reply.
            service support "Support" SupportService
            enums {}
            records {
                /// One page of the list of tickets.
                TicketPage "getTicketList_return" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// What the server says about it.
                    status_text: Option<String>,
                    /// How many pages there are, rounded up: the server can say 4.5.
                    total_pages("totalPages"): RoundedUp [string],
                    /// The tickets of this page.
                    tickets: Vec<TicketSummary> [array = "getTicketList_tickets"],
                }

                /// A ticket as lists show it.
                TicketSummary "getTicketList_ticket" "" {
                    /// Number of the ticket.
                    id("ticket_id"): i64 [live, string],
                    /// Reference for people, such as `KVO-530-34143`.
                    reference("ticket_reference_id"): Option<String> [live],
                    /// Subject.
                    subject: Option<String> [live],
                    /// Name of who wrote last.
                    last_replier("lastreplier"): Option<String> [live],
                    /// State of the ticket, such as `Open` or `On Hold`.
                    status("statustitle"): Option<String> [live],
                    /// Priority of the ticket, such as `Standard`.
                    priority("prioritytitle"): Option<String> [live],
                    /// How many replies it has; the server can say -1.
                    replies: Option<i64> [live, string],
                    /// When something last happened to it.
                    last_activity("lastactivity"): Option<Timestamp> [live],
                }

                /// The answer to a look at one ticket.
                TicketView "view_ticket_return" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// What the server says about it.
                    status_text: Option<String>,
                    /// The ticket.
                    ticket("result"): Option<Ticket>,
                }

                /// A ticket with all that was written in it.
                Ticket "view_ticketdetail_array" "" {
                    /// Reference for people, such as `KVO-530-34143`.
                    reference("ticket_reference_id"): Option<String> [live],
                    /// Name of who opened it.
                    full_name: Option<String> [live],
                    /// E-mail address of who opened it.
                    email: Option<String> [live],
                    /// Subject.
                    subject: Option<String> [live],
                    /// When it was opened.
                    created("creationtime"): Option<Timestamp> [live],
                    /// State of the ticket, such as `Open` or `On Hold`.
                    status("statustitle"): Option<String> [live],
                    /// Priority of the ticket, such as `Standard`.
                    priority("prioritytitle"): Option<String> [live],
                    /// When something last happened to it.
                    last_activity("lastactivity"): Option<Timestamp> [live],
                    /// What was written, in the server's order.
                    posts: Vec<TicketPost> [live, array = "postsArray"],
                }

                /// One message of a ticket.
                TicketPost "postsDetail" "" {
                    /// E-mail address of who wrote it.
                    email: Option<String> [live],
                    /// Name of who wrote it.
                    full_name: Option<String> [live],
                    /// When it was written.
                    date("dateline"): Option<Timestamp> [live],
                    /// Its text.
                    contents: Option<String> [live],
                }

                /// A ticket that was opened.
                OpenedTicket "openTicket_return" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// What the server says about it.
                    status_text: Option<String>,
                    /// Number of the new ticket; `ticket` and `reply` take it as text.
                    id("ticket_reference_id"): Option<i64>,
                }
            }
            inputs {
                /// A ticket to open.
                TicketDraft {
                    /// E-mail address of who asks.
                    email("user_email"): String where EMAIL,
                    /// IP address of who asks.
                    ip("user_ip"): String where IP,
                    /// Subject.
                    subject: String where NOT_EMPTY,
                    /// Service that it is about, such as `vps10000`; empty for none.
                    product: String = "",
                    /// What the matter is.
                    body: String where NOT_EMPTY,
                    /// A value that the website fills in for itself; the documentation does not
                    /// explain it, and empty is right.
                    box_auth_value: String = "",
                }
            }
            operations {
                /// Lists tickets, one page at a time.
                ///
                /// `TicketPage::total_pages` says where to stop.
                read ticket_page(
                    /// Page, from 1.
                    page: i64 where PAGE = 1,
                    /// How many tickets a page holds.
                    limit: i64 where PAGE = 10,
                    /// State that the tickets must have, such as `Open`; without it, any.
                    status: Option<String>,
                ) -> TicketPage = "api_getTicketList";

                /// Opens a ticket and gives its number.
                ///
                /// It is sent once. If the outcome is unknown, look at the first page of the list
                /// before trying again, or there may be two.
                write open_ticket(
                    /// The ticket to open.
                    ticket: TicketDraft,
                ) -> OpenedTicket = "api_openTicket";

                /// Gets a ticket with its messages.
                ///
                /// Fails with `Api` if the help desk says no, and with `NotFound` if it answers
                /// without a ticket.
                read ticket(
                    /// Number or reference of the ticket, such as `1287545` or `KVO-530-34143`.
                    ticket("ticketID"): String where NOT_EMPTY,
                ) -> TicketView = "api_viewTicket";

                /// Writes a reply into a ticket.
                ///
                /// Fails with `Api` if there is no such ticket.
                write [wire = "ticket_post_return"] reply(
                    /// Number or reference of the ticket, such as `1287545` or `KVO-530-34143`.
                    ticket("ticketID"): String where NOT_EMPTY,
                    /// Text of the reply.
                    content: String where NOT_EMPTY,
                ) -> Accepted = "api_ticketPost";
            }
        }
    };
}

__api_support!(declare_section);
