"""`AsyncClient` among asyncio's own: tasks, groups, timeouts, cancellation."""

from __future__ import annotations

import asyncio
import inspect
import socket
import sys
from typing import Any

import interserver
import pytest
from interserver.testing import Sandbox


def test_a_call_is_a_coroutine_that_does_nothing_before_it_is_awaited(sandbox: Sandbox) -> None:
    async def main() -> None:
        coroutine = sandbox.async_client().vps.list()
        assert inspect.iscoroutine(coroutine)
        await asyncio.sleep(0.05)
        assert sandbox.count("*") == 0
        assert await coroutine

    asyncio.run(main())


def test_a_cancelled_task_cancels_its_request() -> None:
    async def main() -> None:
        closed = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            # The request, and then the end: the client hung up.
            while await reader.read(65536):
                pass
            writer.close()
            closed.set()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        client = interserver.AsyncClient(
            "demo@example.com", "secret", endpoint=f"http://127.0.0.1:{port}/api.php"
        )
        task = asyncio.create_task(client.vps.list())
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(closed.wait(), 20)
        server.close()

    asyncio.run(main())


def test_wait_for_ends_a_call() -> None:
    async def main() -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            client = interserver.AsyncClient(
                "demo@example.com",
                "secret",
                endpoint=f"http://127.0.0.1:{silent.getsockname()[1]}/api.php",
            )
            with pytest.raises(asyncio.TimeoutError) as caught:
                await asyncio.wait_for(client.vps.list(), 0.1)
            assert not isinstance(caught.value, interserver.InterServerError)

    asyncio.run(main())


def test_gather_and_task_groups_take_calls(sandbox: Sandbox) -> None:
    async def main() -> None:
        client = sandbox.async_client()
        lists = await asyncio.gather(*[client.vps.list() for _ in range(20)])
        assert all(lists)
        if sys.version_info >= (3, 11):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(client.dns.records(1)) for _ in range(3)]
            assert all(task.result() for task in tasks)

    asyncio.run(main())


def test_an_error_reaches_the_task_with_its_traceback(sandbox: Sandbox) -> None:
    async def main() -> None:
        with pytest.raises(interserver.NotFoundError):
            await sandbox.async_client().vps.get(1)

    asyncio.run(main())


def test_one_client_serves_several_loops(sandbox: Sandbox) -> None:
    client = sandbox.async_client()

    async def listed() -> list[Any]:
        return await client.vps.list()

    assert asyncio.run(listed()) == asyncio.run(listed())


def test_outside_a_loop_asyncio_says_so(sandbox: Sandbox) -> None:
    coroutine = sandbox.async_client().vps.list()
    with pytest.raises(RuntimeError, match="no running event loop"):
        coroutine.send(None)


def test_the_context_manager_gives_the_client(sandbox: Sandbox) -> None:
    async def main() -> None:
        client = sandbox.async_client()
        async with client as entered:
            assert entered is client
            await client.authenticate()
            assert client.session
        # Closed is not broken: a call after that begins anew.
        assert await client.vps.list()
        await client.close()

    asyncio.run(main())
