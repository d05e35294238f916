"""Every example runs, against a sandbox behind a socket, as its reader would run it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import ROOT, control

FOLDER = ROOT / "examples/python"

# What each script is given, and what it must say; several runs go on from each other.
RUNS: dict[str, list[tuple[list[str], str]]] = {
    "inventory_to_csv": [([], "module,id,label,status")],
    "restart_by_hostname": [(["web1.example.com"], "web1.example.com is running")],
    "start_stopped": [([], "desktop.example.net: started")],
    "backup_all": [(["before-upgrade"], "backups called before-upgrade are queued")],
    "unpaid_invoices": [([], "total")],
    "pay_invoices": [(["vps"], "is paid")],
    "buy_vps": [(["web9.example.com", "aB3$efgh"], "ordered; to be paid: ")],
    "dns01_challenge": [
        (["add", "1", "example.com", "token-1"], "added "),
        (["clean", "1", "example.com", "token-1"], "removed "),
    ],
    "dynamic_dns": [
        (["1", "home.example.com", "203.0.113.7"], "is added"),
        (["1", "home.example.com", "203.0.113.8"], "is updated"),
        (["1", "home.example.com", "203.0.113.8"], "is unchanged"),
    ],
    "ticket": [
        (["demo@example.com", "203.0.113.9", "Disk", "More, please."], "opened "),
        (["demo@example.com", "203.0.113.9", "Disk", "Any news?"], "followed up "),
    ],
}


def test_every_example_is_run() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == set(RUNS)
    assert len(RUNS) == 10


def run(name: str, arguments: list[str], url: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", str(FOLDER / f"{name}.py"), *arguments],
        env={
            **os.environ,
            "INTERSERVER_USERNAME": "demo@example.com",
            "INTERSERVER_PASSWORD": "secret",
            "INTERSERVER_ENDPOINT": url,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("name", RUNS)
def test_example(name: str, sandbox_url: str) -> None:
    control(sandbox_url, "reset", {})
    for arguments, said in RUNS[name]:
        done = run(name, arguments, sandbox_url)
        assert (done.returncode, done.stderr) == (0, ""), done
        assert said in done.stdout


def test_a_broken_line_does_not_cost_the_buyer_the_order(sandbox_url: str) -> None:
    control(sandbox_url, "reset", {})
    control(sandbox_url, "fail", {"operation": "vps.buy", "fault": "reset_after_effect"})
    done = run("buy_vps", ["web9.example.com", "aB3$efgh"], sandbox_url)
    assert done.returncode == 0, done
    assert "ordered; to be paid: " in done.stdout
