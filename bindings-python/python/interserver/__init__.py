"""Unofficial client for the InterServer hosting API.

Start with `Client`, or `AsyncClient` for asyncio. Every failure is an `InterServerError`;
`interserver.testing` has a sandbox to test against.

    >>> from interserver.testing import Sandbox
    >>> client = Sandbox().client()  # Client("you@example.com", "password or API key")
    >>> for vps in client.vps.list()[:2]:
    ...     print(vps.hostname, vps.server_status)
    web1.example.com running
    db1.example.com running
"""

from interserver._errors import *
from interserver._native import *
