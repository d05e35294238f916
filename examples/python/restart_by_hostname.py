"""Restarts a VPS by its host name and waits until it runs again.

Usage: restart_by_hostname.py HOSTNAME
"""

import sys

from interserver import Client, ServerStatus


def main(hostname: str) -> int:
    with Client.from_env() as client:
        found = [vps for vps in client.vps.list() if vps.hostname == hostname]
        if len(found) != 1:
            print(f"{len(found)} VPSs are called {hostname}", file=sys.stderr)
            return 1
        client.vps.restart(found[0].id)
        vps = client.vps.wait_for(found[0].id, ServerStatus.RUNNING, deadline=300)
        print(f"{vps.hostname} is {vps.server_status}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
