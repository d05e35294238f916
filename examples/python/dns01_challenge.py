"""Adds and removes the record of an ACME DNS-01 challenge, as a hook of certbot and the like.

Usage: dns01_challenge.py add|clean ZONE_NUMBER DOMAIN VALUE
"""

import sys

from interserver import Client, DnsRecordDraft, DnsType


def main(action: str, zone: str, domain: str, value: str) -> None:
    name = f"_acme-challenge.{domain}"
    with Client.from_env() as client:
        if action == "add":
            # Two certificates may be under way, so a record of another value stays.
            draft = DnsRecordDraft(name=name, record_type=DnsType.TXT, content=value, ttl=60)
            print("added", client.dns.add_record(int(zone), draft))
            return
        for record in client.dns.records(int(zone)):
            content = (record.content or "").strip('"')
            if (record.name, record.record_type, content) == (name, DnsType.TXT, value):
                client.dns.delete_record(int(zone), record.id)
                print("removed", record.id)


if __name__ == "__main__":
    main(*sys.argv[1:])
