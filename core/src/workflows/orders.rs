//! VPS orders: from a template, and found again after an unknown outcome.

use crate::error::{Error, Result};
use crate::records::{Invoice, Vps, VpsOrder, VpsService, VpsTemplate};
use crate::{DateTime, ErrorKind};

impl VpsOrder {
    /// An order with what the template decides filled in. Host name and root password are still
    /// to be given.
    ///
    /// ```no_run
    /// # async fn demo(client: interserver::Client) -> Result<(), interserver::Error> {
    /// use interserver::VpsOrder;
    ///
    /// let templates = client.vps().templates().await?;
    /// let order = VpsOrder {
    ///     hostname: "web1.example.com".into(),
    ///     root_password: "aB3$efgh".into(),
    ///     ..VpsOrder::for_template(&templates[0])
    /// };
    /// let quote = client.vps().validate(&order).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn for_template(template: &VpsTemplate) -> Self {
        Self {
            template_file: template.file.clone().unwrap_or_default(),
            template_os: template.os.clone().unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// A moment before an order, in terms that the server shares.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrderMark {
    /// The highest order number before the order; see [`VpsService::order_mark`].
    AfterId(i64),
    /// A time by the server's own clock and zone.
    At(DateTime),
}

impl From<i64> for OrderMark {
    fn from(id: i64) -> Self {
        Self::AfterId(id)
    }
}

impl From<DateTime> for OrderMark {
    fn from(time: DateTime) -> Self {
        Self::At(time)
    }
}

/// An order that did arrive.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "deserialize", derive(serde::Deserialize))]
#[non_exhaustive]
pub struct FoundOrder {
    /// The VPS that came of it.
    pub vps: Vps,
    /// Its invoices.
    pub invoices: Vec<Invoice>,
}

impl VpsService {
    /// Marks the moment before an order, for [`find_order`](Self::find_order): the highest order
    /// number so far.
    ///
    /// # Errors
    /// What `list` fails with.
    pub async fn order_mark(&self) -> Result<OrderMark> {
        let newest = self.list().await?.iter().map(|vps| vps.id).max();
        Ok(OrderMark::AfterId(newest.unwrap_or(0)))
    }

    /// Looks whether an order arrived whose outcome is unknown: a VPS of the ordered host name
    /// that came after `since`, with its invoices. None means that the server has no such VPS.
    ///
    /// ```no_run
    /// # async fn demo(client: interserver::Client, order: interserver::VpsOrder)
    /// # -> Result<(), interserver::Error> {
    /// use interserver::Outcome;
    ///
    /// let mark = client.vps().order_mark().await?;
    /// match client.vps().buy(&order).await {
    ///     Err(error) if error.outcome() == Outcome::Unknown => {
    ///         match client.vps().find_order(&order, mark).await? {
    ///             Some(found) => println!("it is VPS {}", found.vps.id),
    ///             None => println!("it did not arrive"),
    ///         }
    ///     }
    ///     result => println!("{:?}", result?.invoices),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `Decode` if several VPSs match and only a person can tell which is meant; otherwise what
    /// `list` and `invoices` fail with.
    pub async fn find_order(
        &self,
        order: &VpsOrder,
        since: impl Into<OrderMark>,
    ) -> Result<Option<FoundOrder>> {
        let since = since.into();
        let mut candidates: Vec<_> = self.list().await?;
        candidates.retain(|vps| is_later(vps, since) && is_of(vps, order));
        let vps = match candidates.len() {
            0 => return Ok(None),
            1 => candidates.remove(0),
            _ => {
                let numbers: Vec<_> = candidates.iter().map(|vps| vps.id.to_string()).collect();
                return Err(Error::new(
                    ErrorKind::Decode,
                    format!("several VPSs match the order: {}", numbers.join(", ")),
                )
                .with_operation("api_vps_get_services"));
            }
        };
        let mut invoices = self.invoices().await?;
        invoices.retain(|invoice| invoice.service == Some(vps.id));
        Ok(Some(FoundOrder { vps, invoices }))
    }
}

fn is_later(vps: &Vps, since: OrderMark) -> bool {
    match since {
        OrderMark::AfterId(id) => vps.id > id,
        // Without a date nothing speaks against it.
        OrderMark::At(time) => vps.order_date.is_none_or(|date| date >= time),
    }
}

fn is_of(vps: &Vps, order: &VpsOrder) -> bool {
    let host = |name: &str| name.trim_end_matches('.').to_ascii_lowercase();
    vps.hostname
        .as_deref()
        .is_some_and(|name| host(name) == host(&order.hostname))
}
