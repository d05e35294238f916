"""Backs up every running VPS, at once.

Usage: backup_all.py NAME
"""

import asyncio
import sys

from interserver import AsyncClient, ServerStatus


async def main(name: str) -> None:
    async with AsyncClient.from_env() as client:
        running = [
            vps for vps in await client.vps.list() if vps.server_status == ServerStatus.RUNNING
        ]
        await asyncio.gather(*[client.vps.backup(vps.id, name) for vps in running])
        print(f"{len(running)} backups called {name} are queued")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
