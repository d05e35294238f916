//! VPS orders: from a template, and found again after an unknown outcome.

use crate::error::{Error, Result};
use crate::records::{Invoice, Vps, VpsOrder, VpsService, VpsTemplate};
use crate::value::Civil;
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
        Ok(after(self.list().await?.iter().map(|vps| vps.id)))
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
        let listed = self.list().await?;
        let Some(vps) = the_one(listed, &order.hostname, since)? else {
            return Ok(None);
        };
        let mut invoices = self.invoices().await?;
        invoices.retain(|invoice| invoice.service == Some(vps.id));
        Ok(Some(FoundOrder { vps, invoices }))
    }
}

/// What finding an order looks at, in whatever form the VPS was read.
pub(super) struct Ordered<'a> {
    pub(super) id: i64,
    pub(super) hostname: Option<&'a str>,
    pub(super) order_date: Option<Civil>,
}

impl<'a> From<&'a Vps> for Ordered<'a> {
    fn from(vps: &'a Vps) -> Self {
        Self {
            id: vps.id,
            hostname: vps.hostname.as_deref(),
            order_date: vps.order_date.map(Civil::from),
        }
    }
}

/// The mark after the highest of these order numbers.
pub(super) fn after(ids: impl Iterator<Item = i64>) -> OrderMark {
    OrderMark::AfterId(ids.max().unwrap_or(0))
}

/// The one VPS that came of an order.
pub(super) fn the_one<V>(
    mut candidates: Vec<V>,
    hostname: &str,
    since: OrderMark,
) -> Result<Option<V>>
where
    for<'a> Ordered<'a>: From<&'a V>,
{
    candidates.retain(|vps| {
        let vps = Ordered::from(vps);
        is_later(&vps, since)
            && vps
                .hostname
                .is_some_and(|name| bare(name) == bare(hostname))
    });
    match candidates.len() {
        0 => Ok(None),
        1 => Ok(candidates.pop()),
        _ => {
            let ids = candidates
                .iter()
                .map(|vps| Ordered::from(vps).id.to_string());
            let numbers: Vec<_> = ids.collect();
            Err(Error::new(
                ErrorKind::Decode,
                format!("several VPSs match the order: {}", numbers.join(", ")),
            )
            .with_operation("api_vps_get_services"))
        }
    }
}

fn is_later(vps: &Ordered<'_>, since: OrderMark) -> bool {
    match since {
        OrderMark::AfterId(id) => vps.id > id,
        // Without a date nothing speaks against it.
        OrderMark::At(time) => vps.order_date.is_none_or(|date| date >= time.into()),
    }
}

/// Names are the same whatever their case and with or without the dot at the end.
pub(super) fn bare(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}
