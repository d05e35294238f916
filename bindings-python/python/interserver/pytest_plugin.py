"""Fixtures for pytest; they load with the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from interserver import AsyncClient, Client
    from interserver.testing import Sandbox


@pytest.fixture
def interserver_sandbox() -> Sandbox:
    """A fresh sandbox for each test."""
    # Only who asks for it pays for it: pytest imports this module in every run.
    from interserver.testing import Sandbox

    return Sandbox(seed=1)


@pytest.fixture
def interserver_client(interserver_sandbox: Sandbox) -> Client:
    """A client of the test's sandbox."""
    return interserver_sandbox.client()


@pytest.fixture
def interserver_async_client(interserver_sandbox: Sandbox) -> AsyncClient:
    """A client of the test's sandbox, for asyncio."""
    return interserver_sandbox.async_client()
