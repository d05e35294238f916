"""The fixtures that load with the package, used as its users use them."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]


def test_fixtures_are_there_without_a_word(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import asyncio

        def test_three_lines(interserver_sandbox):
            interserver_sandbox.fail("vps.list", "status", code=503)
            assert interserver_sandbox.client().vps.list()

        def test_client(interserver_client, interserver_sandbox):
            interserver_client.vps.list()
            assert interserver_sandbox.count("vps.list") == 1

        def test_async(interserver_async_client):
            async def main():
                return await interserver_async_client.vps.list()
            assert asyncio.run(main())
        """
    )
    result = pytester.runpytest_subprocess("-W", "error")
    result.assert_outcomes(passed=3)
