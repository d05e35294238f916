"""Forks, child processes, threads, signals and the interpreter's end, in processes of their own."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import time

import pytest
from conftest import run_python, succeeds

HEAD = """
import sys
from interserver import AsyncClient, Client
URL = sys.argv[1]
ACCOUNT = ("demo@example.com", "secret")
"""


def test_importing_starts_no_thread_and_imports_neither_asyncio_nor_logging() -> None:
    said = succeeds(
        """
        import sys, threading, os
        before = set(sys.modules)
        import interserver
        client = interserver.Client("demo@example.com", "secret")
        new = {name for name in set(sys.modules) - before if name in ("asyncio", "logging")}
        print(len(os.listdir("/proc/self/task")) if sys.platform == "linux" else 1, new)
        """
    )
    assert said == "1 set()"


def test_a_client_works_in_a_forked_child_and_still_in_its_parent(sandbox_url: str) -> None:
    said = succeeds(
        HEAD
        + """
import os
client = Client(*ACCOUNT, endpoint=URL)
assert client.vps.list()
child = os.fork()
if child == 0:
    # Twice, so that the child's own connection is used again.
    assert client.vps.list() and client.vps.list()
    os._exit(7)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
assert client.vps.list()
print("both")
""",
        sandbox_url,
    )
    assert said == "both"


def test_asyncio_works_in_a_forked_child(sandbox_url: str) -> None:
    said = succeeds(
        HEAD
        + """
import asyncio, os
client = AsyncClient(*ACCOUNT, endpoint=URL)

async def listed():
    return await client.vps.list()

assert asyncio.run(listed())
child = os.fork()
if child == 0:
    assert asyncio.run(listed())
    os._exit(7)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
assert asyncio.run(listed())
print("both")
""",
        sandbox_url,
    )
    assert said == "both"


def test_a_child_forked_while_threads_call_works(sandbox_url: str) -> None:
    said = succeeds(
        HEAD
        + """
import os, threading
client = Client(*ACCOUNT, endpoint=URL)
client.vps.list()
stop = threading.Event()

def work():
    while not stop.is_set():
        client.vps.list()

threads = [threading.Thread(target=work) for _ in range(4)]
[thread.start() for thread in threads]
for _ in range(10):
    child = os.fork()
    if child == 0:
        os._exit(7 if client.vps.list() else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
stop.set()
[thread.join() for thread in threads]
print("ten children")
""",
        sandbox_url,
    )
    assert said == "ten children"


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_multiprocessing(method: str, sandbox_url: str, tmp_path: object) -> None:
    script = f"{tmp_path}/pool.py"
    with open(script, "w") as file:
        file.write(
            textwrap.dedent(
                """
                import multiprocessing, sys
                from interserver import Client, NotFoundError

                def look(url):
                    client = Client("demo@example.com", "secret", endpoint=url)
                    try:
                        client.vps.get(1)
                    except NotFoundError as error:
                        # Records and errors go through a pipe.
                        return client.vps.list()[0], error

                if __name__ == "__main__":
                    Client("demo@example.com", "secret", endpoint=sys.argv[1]).vps.list()
                    with multiprocessing.get_context(sys.argv[2]).Pool(2) as pool:
                        for vps, error in pool.map(look, [sys.argv[1]] * 4):
                            print(vps.hostname, error.kind, error.operation, error.outcome)
                """
            )
        )
    done = subprocess.run(
        [sys.executable, script, sandbox_url, method],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    line = "web1.example.com not_found api_vps_get_service not_done"
    assert done.stdout.split("\n")[:-1] == [line] * 4


def test_a_client_cannot_be_pickled_with_its_password() -> None:
    said = succeeds(
        """
        import pickle
        from interserver import Client
        try:
            pickle.dumps(Client("demo@example.com", "secret"))
        except TypeError as error:
            print(error)
        """
    )
    assert "cannot pickle" in said


def test_many_threads_share_a_client_and_the_gil_is_free_meanwhile(sandbox_url: str) -> None:
    said = succeeds(
        HEAD
        + """
import threading, urllib.request, json
client = Client(*ACCOUNT, endpoint=URL)
client.vps.list()
body = json.dumps({"operation": "vps.list", "fault": "latency", "milliseconds": 600, "count": 8})
fail = URL.replace("/api.php", "/sandbox/fail")
urllib.request.urlopen(urllib.request.Request(fail, body.encode())).close()
import time
started = time.monotonic()
threads = [threading.Thread(target=client.vps.list) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
# One after the other they would take 4.8 seconds.
print(time.monotonic() - started < 4)
""",
        sandbox_url,
    )
    assert said == "True"


def silent(code: str) -> str:
    return (
        """
import socket, sys
listener = socket.create_server(("127.0.0.1", 0))
URL = f"http://127.0.0.1:{listener.getsockname()[1]}/api.php"
listener.detach()  # open to the end, without a word about it
from interserver import AsyncClient, Client
ACCOUNT = ("demo@example.com", "secret")
"""
        + code
    )


def test_ctrl_c_ends_a_waiting_call_at_once() -> None:
    code = silent(
        """
import signal
# A process that was started in the background ignores Ctrl-C unless it is told otherwise.
signal.signal(signal.SIGINT, signal.default_int_handler)
client = Client(*ACCOUNT, endpoint=URL)
print("calling", flush=True)
client.vps.list()
"""
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "calling\n"
        time.sleep(0.3)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    # The call's own time is a minute.
    assert time.monotonic() - started < 10
    assert process.returncode == -signal.SIGINT
    assert said.rstrip().endswith("KeyboardInterrupt")


def test_a_signal_handler_may_call_and_the_call_goes_on(sandbox_url: str) -> None:
    said = succeeds(
        HEAD
        + """
import json, os, signal, threading, urllib.request
client = Client(*ACCOUNT, endpoint=URL)
client.vps.list()
seen = []
signal.signal(signal.SIGALRM, lambda *_: seen.append(client.general.role()))
body = json.dumps({"operation": "vps.list", "fault": "latency", "milliseconds": 1000})
fail = URL.replace("/api.php", "/sandbox/fail")
urllib.request.urlopen(urllib.request.Request(fail, body.encode())).close()
signal.setitimer(signal.ITIMER_REAL, 0.2)
print(len(client.vps.list()) > 0, seen)
""",
        sandbox_url,
    )
    assert said == "True ['client']"


@pytest.mark.parametrize("daemon", [True, False])
def test_the_interpreter_ends_while_threads_wait(daemon: bool) -> None:
    code = silent(
        f"""
import threading, time
client = Client(*ACCOUNT, endpoint=URL, timeout=2)

def wait():
    try:
        client.vps.list()
    except Exception as error:
        # In one piece: the threads write at the same time.
        print(type(error).__name__ + chr(10), end="")

threads = [threading.Thread(target=wait, daemon={daemon}) for _ in range(4)]
[thread.start() for thread in threads]
time.sleep(0.3)
"""
    )
    done = run_python(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ([] if daemon else ["TimeoutError"] * 4)


def test_the_interpreter_ends_with_a_coroutine_under_way() -> None:
    succeeds(
        silent(
            """
import asyncio
client = AsyncClient(*ACCOUNT, endpoint=URL)

async def main():
    task = asyncio.ensure_future(client.vps.list())
    await asyncio.sleep(0.2)

asyncio.run(main())
"""
        )
    )


def test_calls_work_while_the_interpreter_ends(sandbox_url: str) -> None:
    said = succeeds(
        HEAD
        + """
import atexit
client = Client(*ACCOUNT, endpoint=URL)
# This runs after the package's own last act, since it was registered before.
atexit.register(lambda: print("last", len(client.vps.list()) > 0))
client.vps.list()
atexit.register(lambda: print("first", len(client.vps.list()) > 0))
""",
        sandbox_url,
    )
    assert said.split("\n") == ["first True", "last True"]


def test_the_synchronous_client_works_inside_a_running_event_loop(sandbox_url: str) -> None:
    said = succeeds(
        HEAD
        + """
import asyncio

async def main():
    client = Client(*ACCOUNT, endpoint=URL)
    print(len(client.vps.list()) > 0, len(await asyncio.to_thread(client.vps.list)) > 0)

asyncio.run(main())
""",
        sandbox_url,
    )
    assert said == "True True"
