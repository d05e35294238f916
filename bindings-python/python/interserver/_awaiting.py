"""The coroutine around a call of `AsyncClient`, so that it can be anything that asyncio takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")


async def run(start: Callable[[], Awaitable[T]]) -> T:
    """Starts the call and waits for it; cancelling this cancels the request."""
    return await start()
