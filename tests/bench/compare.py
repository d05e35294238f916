"""Compares the wheel with zeep, suds and PHP's SoapClient; prints a Markdown table.

Usage: compare.py SANDBOX_PROGRAM
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROCESSES = 3
CLIENTS = {
    "interserver": [sys.executable, str(HERE / "client_interserver.py")],
    "zeep": [sys.executable, str(HERE / "client_zeep.py")],
    "suds": [sys.executable, str(HERE / "client_suds.py")],
    "PHP SoapClient": ["php", str(HERE / "client_php.php")],
}
# The lists are long here, so the slow ones get fewer runs.
REPEAT = {"interserver": 15, "zeep": 1, "suds": 1, "PHP SoapClient": 15}


def request(url: str, body: bytes | None = None) -> bytes:
    """What an address answers."""
    headers = {"Content-Type": "text/xml; charset=UTF-8"} if body else {}
    with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as answer:
        return answer.read()


def envelope(function: str, *arguments: tuple[str, str, str]) -> bytes:
    """A request as PHP's SoapClient would write it."""
    inner = "".join(
        f'<{name} xsi:type="xsd:{kind}">{value}</{name}>' for name, kind, value in arguments
    )
    return (
        '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" '
        'xmlns:ns1="urn:myapi" xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><SOAP-ENV:Body>'
        f"<ns1:{function}>{inner}</ns1:{function}></SOAP-ENV:Body></SOAP-ENV:Envelope>"
    ).encode()


def record(url: str, folder: Path) -> None:
    """Keeps the sandbox's answers, with lists of the lengths that are measured."""
    (folder / "api.wsdl").write_bytes(request(url + "?wsdl"))
    login = request(
        url,
        envelope(
            "api_login",
            ("username", "string", "demo@example.com"),
            ("password", "string", "secret"),
        ),
    )
    (folder / "api_login.xml").write_bytes(login)
    sid = login.split(b"</return>")[0].rsplit(b">", 1)[1].decode()
    session = ("sid", "string", sid)
    for rows, function in (
        (1000, "api_vps_get_client_invoices"),
        (10000, "api_webhosting_get_client_invoices"),
    ):
        fault = {"operation": function, "fault": "rows", "rows": rows}
        request(url.replace("/api.php", "/sandbox/fail"), json.dumps(fault).encode())
        (folder / f"{function}.xml").write_bytes(request(url, envelope(function, session)))
    for function, *arguments in (
        ("api_vps_get_services",),
        ("api_vps_get_service", ("id", "int", "10001")),
    ):
        body = request(url, envelope(function, session, *arguments))
        (folder / f"{function}.xml").write_bytes(body)


def measure(url: str) -> dict[str, dict[str, Any]]:
    """The medians of several processes of each client, taken in turns."""
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in CLIENTS}
    for _ in range(PROCESSES):
        for name, command in CLIENTS.items():
            done = subprocess.run(
                [*command, url, str(REPEAT[name])], capture_output=True, text=True, check=True
            )
            runs[name].append(json.loads(done.stdout))
    return {
        name: {
            what: None if all_[0][what] is None else statistics.median(run[what] for run in all_)
            for what in all_[0]
        }
        for name, all_ in runs.items()
    }


def cell(what: str, value: float | None) -> str:
    """A figure for people."""
    if value is None:
        return "–"
    if what == "memory":
        return f"{value / 2**20:.0f} MiB"
    return f"{value * 1000:.1f} ms" if value >= 0.001 else f"{value * 1e6:.0f} µs"


def main() -> None:
    """Records, measures, prints."""
    with tempfile.TemporaryDirectory() as folder:
        with subprocess.Popen(
            [sys.argv[1], "sandbox", "--port", "0"], stdout=subprocess.PIPE, text=True
        ) as sandbox:
            assert sandbox.stdout
            record(sandbox.stdout.readline().strip(), Path(folder))
            sandbox.terminate()
        with subprocess.Popen(
            [sys.executable, str(HERE / "recorded.py"), folder], stdout=subprocess.PIPE, text=True
        ) as server:
            assert server.stdout
            port = server.stdout.readline().strip()
            figures = measure(f"http://127.0.0.1:{port}/api.php")
            server.terminate()
    print("| | " + " | ".join(figures) + " |")
    print("| --- |" + " ---: |" * len(figures))
    for what, title in {
        "import": "import",
        "construction": "construction",
        "call": "one call",
        "rows_1000": "1,000 rows",
        "rows_10000": "10,000 rows",
        "memory": "most memory",
    }.items():
        print(f"| {title} | " + " | ".join(cell(what, f[what]) for f in figures.values()) + " |")
    times = figures["zeep"]["rows_10000"] / figures["interserver"]["rows_10000"]
    print(f"\n10,000 rows: {times:.0f} times as fast as zeep")
    if times < 20:
        raise SystemExit("that is less than 20 times")


if __name__ == "__main__":
    main()
