"""A stand-in for the service, to test your own scripts against: no account, no network, no port.

    >>> from interserver.testing import Sandbox
    >>> client = Sandbox(seed=1).client()
    >>> client.vps.restart(client.vps.list()[0].id).status
    'ok'

With pytest, the fixtures `interserver_sandbox`, `interserver_client` and
`interserver_async_client` are there once the package is installed.
"""

from interserver._native import Sandbox

__all__ = ["Sandbox"]
