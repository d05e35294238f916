"""Makes a name point at an address; nothing is sent if it does already.

Usage: dynamic_dns.py ZONE_NUMBER NAME ADDRESS
"""

import sys
from ipaddress import ip_address

from interserver import Client, DnsRecordDraft, DnsType


def main(zone: str, name: str, address: str) -> None:
    kind = DnsType.AAAA if ip_address(address).version == 6 else DnsType.A
    draft = DnsRecordDraft(name=name, record_type=kind, content=address, ttl=300)
    with Client.from_env() as client:
        result = client.dns.upsert_record(int(zone), draft)
    print(f"record {result.id} is {result.change}")


if __name__ == "__main__":
    main(*sys.argv[1:])
