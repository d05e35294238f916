"""Starts all VPSs that are stopped, at once.

Usage: start_stopped.py
"""

import asyncio

from interserver import AsyncClient, InterServerError, ServerStatus, Vps


async def main() -> None:
    async with AsyncClient.from_env() as client:

        async def start(vps: Vps) -> str:
            try:
                await client.vps.start(vps.id)
            except InterServerError as error:
                return f"{vps.hostname}: {error}"
            return f"{vps.hostname}: started"

        servers = await client.vps.list()
        stopped = [vps for vps in servers if vps.server_status == ServerStatus.STOPPED]
        for line in await asyncio.gather(*map(start, stopped)):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
