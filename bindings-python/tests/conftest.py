"""What the tests share: both kinds of client behind one face, and helpers for processes."""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import subprocess
import sys
import textwrap
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import interserver
import pytest
from interserver.testing import Sandbox

ROOT = Path(__file__).resolve().parents[2]

# The tests are about the installed wheel; the source tree has no native module to import.
assert "site-packages" in interserver.__file__, interserver.__file__


class Synchronous:
    """`Client` as it is."""

    def client(self, sandbox: Sandbox, **settings: Any) -> Any:
        return sandbox.client(**settings)

    def network_client(self, *args: Any, **settings: Any) -> Any:
        return interserver.Client(*args, **settings)

    def together(self, client: Any, call: Callable[[Any], Any], times: int) -> list[Any]:
        """Results and exceptions of calls that start at once."""
        results: list[Any] = [None] * times
        barrier = threading.Barrier(times)

        def work(index: int) -> None:
            barrier.wait()
            try:
                results[index] = call(client)
            except interserver.InterServerError as error:
                results[index] = error

        threads = [threading.Thread(target=work, args=(index,)) for index in range(times)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    def take(self, iterable: Any, count: int | None = None) -> list[Any]:
        items: list[Any] = []
        while count is None or len(items) < count:
            try:
                items.append(next(iterable))
            except StopIteration:
                break
        return items


class Facade:
    """Something of `AsyncClient`, every coroutine of it run to its end."""

    def __init__(self, target: Any, run: Callable[[Any], Any]) -> None:
        self.target, self.run = target, run

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.target, name)
        if callable(value):

            def call(*args: Any, **arguments: Any) -> Any:
                result = value(*args, **arguments)
                return self.run(result) if inspect.iscoroutine(result) else result

            return call
        if type(value).__name__.endswith("Service"):
            return Facade(value, self.run)
        return value


class Asynchronous:
    """`AsyncClient` with the face of `Client`."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()

    def client(self, sandbox: Sandbox, **settings: Any) -> Any:
        return Facade(sandbox.async_client(**settings), self.loop.run_until_complete)

    def network_client(self, *args: Any, **settings: Any) -> Any:
        return Facade(interserver.AsyncClient(*args, **settings), self.loop.run_until_complete)

    def together(self, client: Any, call: Callable[[Any], Any], times: int) -> list[Any]:
        async def all_at_once() -> list[Any]:
            bare = client.target
            return await asyncio.gather(*[call(bare) for _ in range(times)], return_exceptions=True)

        return self.loop.run_until_complete(all_at_once())

    def take(self, iterable: Any, count: int | None = None) -> list[Any]:
        async def some() -> list[Any]:
            items: list[Any] = []
            while count is None or len(items) < count:
                try:
                    items.append(await anext(iterable))
                except StopAsyncIteration:
                    break
            return items

        return self.loop.run_until_complete(some())


@pytest.fixture(params=["Client", "AsyncClient"])
def kind(request: pytest.FixtureRequest) -> Iterator[Synchronous | Asynchronous]:
    """Which client a test is run with: both."""
    if request.param == "Client":
        yield Synchronous()
        return
    asynchronous = Asynchronous()
    yield asynchronous
    asynchronous.loop.close()


@pytest.fixture
def sandbox(interserver_sandbox: Sandbox) -> Sandbox:
    return interserver_sandbox


@pytest.fixture
def client(kind: Any, sandbox: Sandbox) -> Any:
    return kind.client(sandbox)


@pytest.fixture(scope="session")
def sandbox_url() -> Iterator[str]:
    """The address of a sandbox behind a real socket."""
    program = os.environ.get("INTERSERVER_BINARY", str(ROOT / "target/debug/interserver"))
    with subprocess.Popen(
        [program, "sandbox", "--port", "0"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


def control(url: str, command: str, body: Any = None) -> Any:
    """A command to a sandbox behind a socket: POST with a body, else GET."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url.replace("/api.php", f"/sandbox/{command}"), data)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def run_python(code: str, *arguments: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    """Runs a program in an interpreter of its own, warnings as errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code), *arguments],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def succeeds(code: str, *arguments: str) -> str:
    """Runs a program that must end well and say nothing on stderr; gives what it printed."""
    done = run_python(code, *arguments)
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout.strip()
