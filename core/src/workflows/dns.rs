//! DNS by name: records that are updated or added, zones that are found.

use std::future::IntoFuture;
use std::ops::RangeInclusive;

use super::orders::bare;
use crate::error::{Error, ErrorKind, Result};
use crate::records::{DnsRecord, DnsRecordDraft, DnsService, DnsType, DnsZone};

/// What [`DnsService::upsert_record`] did.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Upserted {
    /// There was no such record: one was added, with this number.
    Added(i64),
    /// The record with this number was changed.
    Updated(i64),
    /// The record with this number says so already: nothing was sent.
    Unchanged(i64),
}

impl Upserted {
    /// The number of the record.
    #[must_use]
    pub fn id(&self) -> i64 {
        match self {
            Self::Added(id) | Self::Updated(id) | Self::Unchanged(id) => *id,
        }
    }
}

impl DnsService {
    /// Makes a zone's record of a name and type say what the draft says: the one there is gets
    /// changed, and if there is none, one is added.
    ///
    /// # Errors
    /// `InvalidArgument` if there are several records of that name and type, since then only a
    /// person knows which; otherwise what `records`, `update_record` and `add_record` fail with.
    pub async fn upsert_record(
        &self,
        zone: i64,
        draft: impl Into<DnsRecordDraft>,
    ) -> Result<Upserted> {
        let draft = draft.into();
        let records = self.records(zone).await?;
        match step(records.iter().map(Said::of), &Wanted::of(&draft))? {
            Step::Add => self.add_record(zone, draft).await.map(Upserted::Added),
            Step::Leave(id) => Ok(Upserted::Unchanged(id)),
            Step::Update(id) => {
                self.update_record(zone, id, draft).await?;
                Ok(Upserted::Updated(id))
            }
        }
    }

    /// Finds a zone by its name among the numbers of a range.
    ///
    /// The API has no list of zones, so each number is asked for; keep the range small.
    ///
    /// # Errors
    /// `NotFound` if no zone in the range has the name; otherwise what `zone` fails with.
    pub async fn find_zone(&self, name: &str, numbers: RangeInclusive<i64>) -> Result<DnsZone> {
        let named = |zone: &DnsZone| zone.name.clone();
        find(|number| self.zone(number), named, name, numbers).await
    }
}

/// The same for every form in which a zone can be read.
pub(super) async fn find<Z, F: IntoFuture<Output = Result<Z>>>(
    ask: impl Fn(i64) -> F,
    named: impl Fn(&Z) -> Option<String>,
    name: &str,
    numbers: RangeInclusive<i64>,
) -> Result<Z> {
    let wanted = bare(name);
    for number in numbers.clone() {
        match ask(number).await {
            Ok(zone) if named(&zone).is_some_and(|name| bare(&name) == wanted) => return Ok(zone),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    let (first, last) = (numbers.start(), numbers.end());
    let message = format!("no zone from number {first} to {last} is called {name}");
    Err(Error::new(ErrorKind::NotFound, message).with_operation("api_get_dns_domain"))
}

/// What a record says, in whatever form it was read.
pub(super) struct Said<'a> {
    pub(super) id: i64,
    pub(super) name: Option<&'a str>,
    pub(super) record_type: Option<&'a str>,
    pub(super) content: Option<&'a str>,
    pub(super) ttl: Option<i64>,
    pub(super) priority: Option<i64>,
}

impl<'a> Said<'a> {
    fn of(record: &'a DnsRecord) -> Self {
        Self {
            id: record.id,
            name: record.name.as_deref(),
            record_type: record.record_type.as_ref().map(DnsType::as_str),
            content: record.content.as_deref(),
            ttl: record.ttl,
            priority: record.priority,
        }
    }
}

/// What a record is to say.
pub(super) struct Wanted<'a> {
    pub(super) name: &'a str,
    pub(super) record_type: &'a str,
    pub(super) content: &'a str,
    pub(super) ttl: i64,
    pub(super) priority: i64,
}

impl<'a> Wanted<'a> {
    fn of(draft: &'a DnsRecordDraft) -> Self {
        Self {
            name: &draft.name,
            record_type: draft.record_type.as_str(),
            content: &draft.content,
            ttl: draft.ttl,
            priority: draft.priority,
        }
    }
}

/// What is to be done about a record, by its number where there is one.
pub(super) enum Step {
    Add,
    Update(i64),
    Leave(i64),
}

pub(super) fn step<'a>(
    records: impl Iterator<Item = Said<'a>>,
    wanted: &Wanted<'_>,
) -> Result<Step> {
    let name = bare(wanted.name);
    let same: Vec<_> = records
        .filter(|record| {
            record.record_type == Some(wanted.record_type)
                && record.name.is_some_and(|given| bare(given) == name)
        })
        .collect();
    match same.as_slice() {
        [] => Ok(Step::Add),
        [record] if says(record, wanted) => Ok(Step::Leave(record.id)),
        [record] => Ok(Step::Update(record.id)),
        several => {
            let numbers: Vec<_> = several.iter().map(|record| record.id.to_string()).collect();
            Err(Error::invalid(
                "name",
                format_args!(
                    "has {} records of type {} (numbers {}): update or delete one by its number",
                    several.len(),
                    wanted.record_type,
                    numbers.join(", ")
                ),
            ))
        }
    }
}

fn says(record: &Said<'_>, wanted: &Wanted<'_>) -> bool {
    record.content == Some(wanted.content)
        && record.ttl == Some(wanted.ttl)
        && record.priority.unwrap_or(0) == wanted.priority
}
