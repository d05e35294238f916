"""The exception classes, one for each kind of error.

Written by `make stubs` from the core's tables; change those.
"""

from __future__ import annotations

import builtins
from typing import ClassVar, Final

from interserver._error import InterServerError

__all__ = [
    "ApiError",
    "AuthenticationError",
    "ConfigurationError",
    "ConnectError",
    "DecodeError",
    "FaultError",
    "HttpError",
    "InterServerError",
    "InvalidArgumentError",
    "NotFoundError",
    "RefusedError",
    "TimeoutError",
    "TooLargeError",
]


class AuthenticationError(InterServerError):
    """The user name, password or API key is wrong, or the session cannot be confirmed.

    What to do: Check the user name and the password or API key.
    """

    kind: ClassVar[str] = "authentication"


class NotFoundError(InterServerError, builtins.LookupError):
    """There is no such thing, or the server returned nothing.

    What to do: Check the number; list what there is.
    """

    kind: ClassVar[str] = "not_found"


class ApiError(InterServerError):
    """The API answered with a status other than ok.

    What to do: Read `status_text`: the API says there what is wrong.
    """

    kind: ClassVar[str] = "api"


class RefusedError(InterServerError):
    """The API answered no, without a reason.

    What to do: Check that the thing exists, is yours and may be changed.
    """

    kind: ClassVar[str] = "refused"


class FaultError(InterServerError):
    """The server answered with a SOAP fault.

    What to do: Read the message; a `Server` fault may pass, a `Client` fault will not.
    """

    kind: ClassVar[str] = "fault"


class HttpError(InterServerError):
    """The web server answered with an HTTP error.

    What to do: Try again later; obey `retry_after` if it is there.
    """

    kind: ClassVar[str] = "http"


class TimeoutError(InterServerError, builtins.TimeoutError):  # noqa: A001
    """The answer took too long.

    What to do: Try again, or allow more time.
    """

    kind: ClassVar[str] = "timeout"


class ConnectError(InterServerError, builtins.ConnectionError):
    """No connection, or it broke.

    What to do: Check network, proxy, host name and TLS certificates.
    """

    kind: ClassVar[str] = "connect"


class DecodeError(InterServerError):
    """The answer cannot be understood.

    What to do: Try again; if it stays, report it with the operation's name.
    """

    kind: ClassVar[str] = "decode"


class InvalidArgumentError(InterServerError, builtins.ValueError):
    """An argument is wrong; nothing was sent.

    What to do: Correct the argument that the message names.
    """

    kind: ClassVar[str] = "invalid_argument"


class TooLargeError(InterServerError):
    """The answer is larger than the limits allow.

    What to do: Raise the limit that the message names.
    """

    kind: ClassVar[str] = "too_large"


class ConfigurationError(InterServerError, builtins.ValueError):
    """The client's settings are wrong; nothing was sent.

    What to do: Correct the setting that the message names.
    """

    kind: ClassVar[str] = "configuration"


CLASSES: Final = {
    "authentication": AuthenticationError,
    "not_found": NotFoundError,
    "api": ApiError,
    "refused": RefusedError,
    "fault": FaultError,
    "http": HttpError,
    "timeout": TimeoutError,
    "connect": ConnectError,
    "decode": DecodeError,
    "invalid_argument": InvalidArgumentError,
    "too_large": TooLargeError,
    "configuration": ConfigurationError,
}
"""The class of each kind, by its word."""
