//! DNS by name: records that are updated or added, zones that are found.

use std::ops::RangeInclusive;

use crate::error::{Error, ErrorKind, Result};
use crate::records::{DnsRecord, DnsRecordDraft, DnsService, DnsZone};

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
        let same: Vec<_> = records
            .iter()
            .filter(|record| is_of(record, &draft))
            .collect();
        match same.as_slice() {
            [] => self.add_record(zone, draft).await.map(Upserted::Added),
            [record] if says(record, &draft) => Ok(Upserted::Unchanged(record.id)),
            [record] => {
                self.update_record(zone, record.id, draft).await?;
                Ok(Upserted::Updated(record.id))
            }
            several => {
                let numbers: Vec<_> = several.iter().map(|record| record.id.to_string()).collect();
                Err(Error::invalid(
                    "name",
                    format_args!(
                        "has {} records of type {} (numbers {}): update or delete one by its number",
                        several.len(),
                        draft.record_type,
                        numbers.join(", ")
                    ),
                ))
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
        let wanted = bare(name);
        for number in numbers.clone() {
            match self.zone(number).await {
                Ok(zone)
                    if zone
                        .name
                        .as_deref()
                        .is_some_and(|name| bare(name) == wanted) =>
                {
                    return Ok(zone);
                }
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        let (first, last) = (numbers.start(), numbers.end());
        let message = format!("no zone from number {first} to {last} is called {name}");
        Err(Error::new(ErrorKind::NotFound, message).with_operation("api_get_dns_domain"))
    }
}

fn is_of(record: &DnsRecord, draft: &DnsRecordDraft) -> bool {
    record.record_type.as_ref() == Some(&draft.record_type)
        && record
            .name
            .as_deref()
            .is_some_and(|name| bare(name) == bare(&draft.name))
}

fn says(record: &DnsRecord, draft: &DnsRecordDraft) -> bool {
    record.content.as_deref() == Some(draft.content.as_str())
        && record.ttl == Some(draft.ttl)
        && record.priority.unwrap_or(0) == draft.priority
}

/// Names are the same whatever their case and with or without the dot at the end.
fn bare(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}
