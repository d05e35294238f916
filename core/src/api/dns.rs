//! DNS zones and the records in them.

#[allow(unused_imports)]
use super::all::*;
use crate::Timestamp;

#[doc(hidden)]
#[macro_export]
macro_rules! __api_dns {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// DNS zones and records: look up, add, change, delete.
            ///
            /// No operation lists the zones: their numbers must be known.
            service dns "DNS" DnsService
            enums {
                /// Kind of a DNS record.
                ///
                /// The documentation has no list of those that the server takes.
                DnsType {
                    /// An IPv4 address.
                    A = "A",
                    /// An IPv6 address.
                    Aaaa = "AAAA",
                    /// Another name for a host.
                    Cname = "CNAME",
                    /// A host that takes mail; its priority counts.
                    Mx = "MX",
                    /// A name server.
                    Ns = "NS",
                    /// Text, such as SPF and DKIM.
                    Txt = "TXT",
                    /// Host and port of a service; its priority counts.
                    Srv = "SRV",
                    /// Who may issue certificates.
                    Caa = "CAA",
                    /// The name of an address.
                    Ptr = "PTR",
                    /// The zone's own data; each zone has one.
                    Soa = "SOA",
                    /// Who may send mail, in the form before TXT.
                    Spf = "SPF",
                    /// A rule that rewrites names, for telephony mostly.
                    Naptr = "NAPTR",
                    /// The fingerprint of an SSH key.
                    Sshfp = "SSHFP",
                    /// The certificate that a service has.
                    Tlsa = "TLSA",
                }
            }
            records {
                /// A DNS zone: a domain that the provider's name servers answer for.
                DnsZone "sql_row_dns_domains" "" {
                    /// Number of the zone; not the order number of a domain.
                    id: i64,
                    /// Domain name.
                    name: Option<String>,
                    /// Address of the name server that it is copied from, if it is a copy.
                    master: Option<String>,
                    /// When a copy was last compared with its master.
                    last_check: Option<Timestamp> [int],
                    /// How it is kept in step, such as `NATIVE`.
                    zone_type("type"): Option<String>,
                    /// Serial number that other name servers were last told of; -1 for none.
                    notified_serial: Option<i64>,
                    /// Account that it belongs to on the name servers; often empty.
                    account: Option<String>,
                }

                /// A record of a DNS zone.
                DnsRecord "sql_row_dns_records" "" {
                    /// Number of the record.
                    id: i64,
                    /// Number of its zone (`DnsZone::id`).
                    zone("domain_id"): Option<i64>,
                    /// Full name that it is for, such as `www.example.com`.
                    name: Option<String>,
                    /// Kind of record.
                    record_type("type"): Option<DnsType>,
                    /// What it says, such as an address.
                    content: Option<String>,
                    /// How long others may keep it, in seconds.
                    ttl: Option<i64>,
                    /// Priority; the lowest goes first. Only MX and SRV use it.
                    priority("prio"): Option<i64>,
                    /// Whether it is left out of answers.
                    disabled: Option<bool> [live],
                    /// Place in the order of the zone's signed names; the name servers' own.
                    ordername: Option<String> [live],
                    /// Whether the zone itself answers for it.
                    auth: Option<bool> [live],
                    /// When it was last changed.
                    change_date: Option<Timestamp> [documented, int],
                }
            }
            inputs {
                /// A DNS record to add, or what an existing one shall become.
                DnsRecordDraft {
                    /// Full name that it is for, such as `www.example.com`.
                    name: String where DNS_NAME,
                    /// What it says, such as an address.
                    content: String where NOT_EMPTY,
                    /// Kind of record.
                    record_type("type"): DnsType = DnsType::A,
                    /// How long others may keep it, in seconds.
                    ttl: i64 where TTL = 86400,
                    /// Priority, 0 to 65535; the lowest goes first. Only MX and SRV use it.
                    priority("prio"): i64 where PRIORITY = 0,
                }
            }
            operations {
                /// Gets a zone by its number.
                ///
                /// Fails with `NotFound` if the account has no such zone.
                read zone(
                    /// Number of the zone.
                    id("domain_id"): i64,
                ) -> DnsZone = "api_get_dns_domain";

                /// Lists the records of a zone.
                ///
                /// A zone that the account does not have may give an empty list; `zone` tells the
                /// difference.
                read records(
                    /// Number of the zone (`DnsZone::id`).
                    zone("domain_id"): i64,
                ) -> Vec<DnsRecord> = "api_get_dns_records";

                /// Adds a zone for a domain that points at an address.
                ///
                /// The answer does not hold the zone's number. Fails with `Api` if the name servers
                /// have the domain already.
                write add_zone(
                    /// Domain name.
                    domain: String where DOMAIN,
                    /// Address that the domain points at.
                    ip: String where IPV4,
                ) -> Accepted = "api_add_dns_domain";

                /// Adds a record to a zone and gives its number.
                ///
                /// Fails with `Refused` if the server does not add it.
                write [creates] add_record(
                    /// Number of the zone (`DnsZone::id`).
                    zone("domain_id"): i64,
                    /// The record to add.
                    record: DnsRecordDraft,
                ) -> i64 = "api_add_dns_record";

                /// Writes every field of a record anew.
                ///
                /// Nothing of the old record stays: fill the draft from it and change what is to
                /// change. Fails with `Refused` if the server answers no.
                write update_record(
                    /// Number of the zone (`DnsZone::id`).
                    zone("domain_id"): i64,
                    /// Number of the record (`DnsRecord::id`).
                    record_id: i64,
                    /// What the record shall be.
                    record: DnsRecordDraft,
                ) -> () = "api_update_dns_record";

                /// Deletes a record for good.
                ///
                /// Fails with `Refused` if the server answers no.
                destroy delete_record(
                    /// Number of the zone (`DnsZone::id`).
                    zone("domain_id"): i64,
                    /// Number of the record (`DnsRecord::id`).
                    record_id: i64,
                ) -> () = "api_delete_dns_record";

                /// Deletes a zone from the name servers, its records with it.
                ///
                /// The registration of the domain stays. Fails with `Refused` if the server answers
                /// no.
                destroy delete_zone(
                    /// Number of the zone (`DnsZone::id`).
                    zone("domain_id"): i64,
                ) -> () = "api_delete_dns_domain";
            }
        }
    };
}

__api_dns!(declare_section);
