"""`InterServerError`: what every failure of this package is."""

from __future__ import annotations

from typing import ClassVar, Literal


class InterServerError(Exception):
    """A call failed.

    Catch this for any failure, or one of its classes for a kind of failure. Before trying again,
    look at `retryable` and `outcome`.
    """

    kind: ClassVar[str] = ""
    """The kind of failure, as a word such as `not_found`; the same in every language."""

    operation: str | None
    """Wire name of the operation, if one had been called."""
    retryable: bool
    """Whether the same call may succeed later and may be sent again without harm."""
    outcome: Literal["done", "not_done", "unknown"]
    """Whether the server did what was asked. If it is `unknown`, look before you try again."""
    attempts: int
    """How many times the call was sent."""
    retry_after: float | None
    """How many seconds the server asks to wait."""
    http_status: int | None
    """The HTTP status, if an answer came."""
    fault_code: str | None
    """The SOAP fault code without its prefix, such as `Server`."""
    status_text: str | None
    """What the API itself said."""
    limit: str | None
    """The limit that the answer ran into, in words."""
    body_head: str | None
    """The first bytes of a body that could not be understood. They can hold anything, secrets
    included, so they are printed nowhere."""

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        retryable: bool = False,
        outcome: Literal["done", "not_done", "unknown"] = "not_done",
        attempts: int = 0,
        retry_after: float | None = None,
        http_status: int | None = None,
        fault_code: str | None = None,
        status_text: str | None = None,
        limit: str | None = None,
        body_head: str | None = None,
    ) -> None:
        """Makes the error; this package does, and tests that want one."""
        super().__init__(message)
        self.operation = operation
        self.retryable = retryable
        self.outcome = outcome
        self.attempts = attempts
        self.retry_after = retry_after
        self.http_status = http_status
        self.fault_code = fault_code
        self.status_text = status_text
        self.limit = limit
        self.body_head = body_head
