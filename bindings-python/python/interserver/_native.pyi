# Written by `make stubs` from the core's tables; change those.
"""
The native half of the package.
"""

import builtins
import collections.abc
import typing
import typing_extensions
from collections.abc import Coroutine
from datetime import datetime
from decimal import Decimal
from interserver._errors import InterServerError
from typing import Any, Final, SupportsFloat, SupportsIndex, final

__all__ = ["Accepted", "AsyncBackupsService", "AsyncBillingService", "AsyncClient", "AsyncDnsService", "AsyncDomainsService", "AsyncFloatingIpsService", "AsyncGeneralService", "AsyncLicensesService", "AsyncMailService", "AsyncQuickserversService", "AsyncServersService", "AsyncSslService", "AsyncSupportService", "AsyncTickets", "AsyncVpsService", "AsyncWebhostingService", "Backup", "BackupsService", "BillingService", "Client", "ControlPanel", "DedicatedServer", "DnsRecord", "DnsRecordDraft", "DnsService", "DnsType", "DnsZone", "Domain", "DomainsService", "FloatingIp", "FloatingIpsService", "FoundOrder", "GeneralService", "Inventory", "InventoryFailure", "InventoryItem", "Invoice", "License", "LicenseOrder", "LicensePurchase", "LicenseType", "LicensesService", "Limits", "MailAccount", "MailDraft", "MailService", "Module", "OpenedTicket", "PanelLogin", "Prepay", "PrepayBalance", "Purchase", "Quickserver", "QuickserversService", "RetryPolicy", "Sandbox", "ServerStatus", "ServersService", "ServiceStatus", "SslCertificate", "SslService", "SupportService", "Ticket", "TicketDraft", "TicketPage", "TicketPost", "TicketSummary", "TicketView", "Tickets", "Upserted", "Vps", "VpsAdminOrder", "VpsBackup", "VpsLocation", "VpsOrder", "VpsPlatform", "VpsQuote", "VpsScreenshot", "VpsService", "VpsSliceType", "VpsTemplate", "WebhostingService", "Website", "_error_kinds"]

@final
class Accepted:
    """
    The server's word that it took a request.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Accepted: ...
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    @property
    def status_text(self, /) -> str | None:
        """
        What the server says about it.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class AsyncBackupsService:
    """
    Backup storage: list, cancel, log in to the control panel.
    """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Backup]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[Backup]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def storage_login(self, /, id: SupportsIndex) -> Coroutine[Any, Any, PanelLogin]:
        """
        Makes a link that logs in to the storage's DirectAdmin, once.

        Fails with `Api` if the storage has no DirectAdmin or the server refuses.

        Args:
            id: Order number of the storage.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class AsyncBillingService:
    """
    Payments and prepays; each module lists its own invoices.
    """
    def add_prepay(self, /, module: Module | str, amount: Decimal | int, automatic_use: bool = ...) -> Coroutine[Any, Any, int]:
        """
        Adds a prepay and gives its number.

        No money moves: `prepay_paypal_url` gives a link to fill it. Fails with
        `Refused` if the server does not add it.

        Args:
            module: Module that it can pay for.
            amount: Amount in US dollars.
            automatic_use: Whether invoices are to be paid from it without being asked. Default: false.
        """
    def pay(self, /, module: Module | str, invoice: SupportsIndex) -> Coroutine[Any, Any, Accepted]:
        """
        Pays an invoice.

        It is sent once and never again. If the outcome is unknown, look whether the
        module's `unpaid_invoices` still has the invoice. Fails with `Api` if there is
        no such invoice in the module or it cannot be paid. What it is paid from is not
        documented.

        Args:
            module: Module of the invoice.
            invoice: Number of the invoice (`Invoice::id`).
        """
    def paypal_url(self, /, module: Module | str, invoice: SupportsIndex) -> Coroutine[Any, Any, str]:
        """
        Gives a PayPal link for an invoice.

        It is an HTML link rather than a bare address. The live service does not have
        this function any more and answers with a fault.

        Args:
            module: Module of the invoice.
            invoice: Number of the invoice (`Invoice::id`).
        """
    def prepay_paypal_url(self, /, module: Module | str, prepay_id: SupportsIndex, amount: Decimal | int) -> Coroutine[Any, Any, str]:
        """
        Gives a PayPal address where a prepay can be filled.

        Nothing is paid until somebody opens it and pays there. Fails with `NotFound` if
        the server gives none.

        Args:
            module: Module of the prepay.
            prepay_id: Number of the prepay (`Prepay::id`).
            amount: Amount to pay, in US dollars.
        """
    def prepay_remaining(self, /, module: Module | str) -> Coroutine[Any, Any, PrepayBalance]:
        """
        Gives the prepaid money that a module has left.

        Args:
            module: Module to look at.
        """
    def prepays(self, /) -> Coroutine[Any, Any, builtins.list[Prepay]]:
        """
        Lists the prepays of all modules, empty ones included.
        """

@final
class AsyncClient:
    """
    A client of the API for asyncio: as `Client`, with coroutines for methods.

    Cancelling one cancels its request. The arguments are those of `Client`.

    Example:
        >>> import asyncio
        >>> from interserver.testing import Sandbox
        >>> async def first() -> str | None:
        ...     async with Sandbox().async_client() as client:
        ...         return (await client.vps.list())[0].hostname
        >>> asyncio.run(first())
        'web1.example.com'
    """
    def __aenter__(self, /) -> collections.abc.Coroutine[typing.Any, typing.Any, typing_extensions.Self]: ...
    def __aexit__(self, /, *_exception: object) -> collections.abc.Coroutine[typing.Any, typing.Any, None]: ...
    def __new__(cls, /, username: str | None = None, password: str | None = None, *, session: str | None = None, endpoint: str | None = None, timeout: float | None = None, connect_timeout: float | None = None, read_timeout: float | None = None, retry: RetryPolicy | None = None, concurrency: SupportsIndex | None = None, limits: Limits | None = None, session_proven_for: float | None = None, allow_lossy_text: bool | None = None, proxy: str | None = None, certificate_authority: str | bytes | None = None, user_agent_suffix: str | None = None) -> AsyncClient: ...
    def __repr__(self, /) -> str: ...
    def authenticate(self, /) -> Coroutine[Any, Any, None]:
        """
        Logs in now instead of at the first call, if there is no session yet.
        """
    @property
    def backups(self, /) -> AsyncBackupsService:
        """
        Backup storage: list, cancel, log in to the control panel.
        """
    @property
    def billing(self, /) -> AsyncBillingService:
        """
        Payments and prepays; each module lists its own invoices.
        """
    def call(self, function: str, with_session: bool = False, /, **arguments: object) -> collections.abc.Coroutine[typing.Any, typing.Any, typing.Any]:
        """
        Calls any function by its wire name, with arguments by their wire names: the raw door.

        See `Client.call`.
        """
    def close(self, /) -> Coroutine[Any, Any, None]:
        """
        Closes the connections. A call after that opens new ones, with a new session.
        """
    @property
    def dns(self, /) -> AsyncDnsService:
        """
        DNS zones and records: look up, add, change, delete.

        No operation lists the zones: their numbers must be known.
        """
    @property
    def domains(self, /) -> AsyncDomainsService:
        """
        Domain registrations: list, cancel, invoices; `dns` has the records of a zone.
        """
    @property
    def endpoint(self, /) -> str:
        """
        The address of the API.
        """
    @property
    def floating_ips(self, /) -> AsyncFloatingIpsService:
        """
        Addresses that can be moved between servers: list, move, cancel.
        """
    @classmethod
    def from_env(cls, /, username: str | None = None, password: str | None = None, *, session: str | None = None, endpoint: str | None = None, timeout: float | None = None, connect_timeout: float | None = None, read_timeout: float | None = None, retry: RetryPolicy | None = None, concurrency: SupportsIndex | None = None, limits: Limits | None = None, session_proven_for: float | None = None, allow_lossy_text: bool | None = None, proxy: str | None = None, certificate_authority: str | bytes | None = None, user_agent_suffix: str | None = None) -> AsyncClient:
        """
        Makes a client from environment variables: `INTERSERVER_USERNAME` with
        `INTERSERVER_PASSWORD` or `INTERSERVER_API_KEY`, `INTERSERVER_SESSION`,
        `INTERSERVER_ENDPOINT`, `INTERSERVER_PROXY` and `INTERSERVER_CA_FILE`.

        The arguments are those of the class, and come before the environment. If they name
        an account or a session, that of the environment is not used.

        Raises:
            ConfigurationError: A variable is missing or unusable; it says which.
        """
    @property
    def general(self, /) -> AsyncGeneralService:
        """
        Login and look-ups that belong to no module.
        """
    def inventory(self, /) -> Coroutine[Any, Any, Inventory]:
        """
        Lists the services of all modules at once.

        A module that fails does not cost the others: it is named in `failures`.
        """
    @property
    def licenses(self, /) -> AsyncLicensesService:
        """
        Software licenses, each tied to an IP address: list, order, move, cancel.
        """
    @property
    def mail(self, /) -> AsyncMailService:
        """
        Outgoing mail: list, order, send, log in to the control panel.
        """
    @property
    def quickservers(self, /) -> AsyncQuickserversService:
        """
        Quickservers, ready-made servers: list, cancel, invoices.
        """
    @property
    def servers(self, /) -> AsyncServersService:
        """
        Dedicated servers: list, cancel, invoices.
        """
    @property
    def session(self, /) -> str | None:
        """
        The session id, once there is one, to be resumed later.
        """
    @property
    def ssl(self, /) -> AsyncSslService:
        """
        SSL certificates: list, cancel, invoices.
        """
    @property
    def support(self, /) -> AsyncSupportService:
        """
        Support tickets: list, read, open, reply.
        """
    @property
    def vps(self, /) -> AsyncVpsService:
        """
        Virtual private servers: list, start and stop, back up, order.
        """
    @property
    def webhosting(self, /) -> AsyncWebhostingService:
        """
        Websites on shared hosts: list, cancel, log in to the control panel.
        """

@final
class AsyncDnsService:
    """
    DNS zones and records: look up, add, change, delete.

    No operation lists the zones: their numbers must be known.
    """
    def add_record(self, /, zone: SupportsIndex, record: DnsRecordDraft) -> Coroutine[Any, Any, int]:
        """
        Adds a record to a zone and gives its number.

        Fails with `Refused` if the server does not add it.

        Args:
            zone: Number of the zone (`DnsZone::id`).
            record: The record to add.
        """
    def add_zone(self, /, domain: str, ip: str) -> Coroutine[Any, Any, Accepted]:
        """
        Adds a zone for a domain that points at an address.

        The answer does not hold the zone's number. Fails with `Api` if the name servers
        have the domain already.

        Args:
            domain: Domain name.
            ip: Address that the domain points at.
        """
    def delete_record(self, /, zone: SupportsIndex, record_id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Deletes a record for good.

        Fails with `Refused` if the server answers no.

        Args:
            zone: Number of the zone (`DnsZone::id`).
            record_id: Number of the record (`DnsRecord::id`).
        """
    def delete_zone(self, /, zone: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Deletes a zone from the name servers, its records with it.

        The registration of the domain stays. Fails with `Refused` if the server answers
        no.

        Args:
            zone: Number of the zone (`DnsZone::id`).
        """
    def find_zone(self, /, name: str, first: SupportsIndex, last: SupportsIndex) -> Coroutine[Any, Any, DnsZone]:
        """
        Finds a zone by its name among the numbers from `first` to `last`.

        The API has no list of zones, so each number is asked for; keep the range small.

        Args:
            name: Name of the zone.
            first: The first number.
            last: The last number.
        """
    def records(self, /, zone: SupportsIndex) -> Coroutine[Any, Any, builtins.list[DnsRecord]]:
        """
        Lists the records of a zone.

        A zone that the account does not have may give an empty list; `zone` tells the
        difference.

        Args:
            zone: Number of the zone (`DnsZone::id`).
        """
    def update_record(self, /, zone: SupportsIndex, record_id: SupportsIndex, record: DnsRecordDraft) -> Coroutine[Any, Any, None]:
        """
        Writes every field of a record anew.

        Nothing of the old record stays: fill the draft from it and change what is to
        change. Fails with `Refused` if the server answers no.

        Args:
            zone: Number of the zone (`DnsZone::id`).
            record_id: Number of the record (`DnsRecord::id`).
            record: What the record shall be.
        """
    def upsert_record(self, /, zone: SupportsIndex, record: DnsRecordDraft) -> Coroutine[Any, Any, Upserted]:
        """
        Makes a zone's record of a name and type say what the draft says: the one there is gets
        changed, and if there is none, one is added.

        Args:
            zone: Number of the zone (`DnsZone.id`).
            record: What the record shall be.
        """
    def zone(self, /, id: SupportsIndex) -> Coroutine[Any, Any, DnsZone]:
        """
        Gets a zone by its number.

        Fails with `NotFound` if the account has no such zone.

        Args:
            id: Number of the zone.
        """

@final
class AsyncDomainsService:
    """
    Domain registrations: list, cancel, invoices; `dns` has the records of a zone.
    """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Domain]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[Domain]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class AsyncFloatingIpsService:
    """
    Addresses that can be moved between servers: list, move, cancel.
    """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def change_target(self, /, id: SupportsIndex, ip: str) -> Coroutine[Any, Any, None]:
        """
        Sends the traffic of a floating IP to another address.

        Fails with `Refused` if the server answers no.

        Args:
            id: Order number of the floating IP.
            ip: Address that the traffic shall go to.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, FloatingIp]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[FloatingIp]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class AsyncGeneralService:
    """
    Login and look-ups that belong to no module.
    """
    def hostname(self, /, ip: str) -> Coroutine[Any, Any, str]:
        """
        Finds the host name of an IP address.

        An address without a name may come back as itself. Fails with `NotFound` if the
        server answers with nothing.

        Args:
            ip: IPv4 or IPv6 address.
        """
    def locked_ips(self, /) -> Coroutine[Any, Any, builtins.list[str]]:
        """
        Lists the IP addresses that the provider has locked because of fraud.
        """
    def login(self, /, username: str, password: str) -> Coroutine[Any, Any, str]:
        """
        Logs in and gives the session id.

        The client does this by itself when a call needs it. A session lasts some hours.
        Fails with `Authentication` if the name or the password is wrong.

        Args:
            username: E-mail address of the account.
            password: Password of the account, or an API key of it.
        """
    def modules(self, /) -> Coroutine[Any, Any, builtins.list[str]]:
        """
        Lists the names of the modules.

        They are the words of `Module`; the server may have more.
        """
    def role(self, /) -> Coroutine[Any, Any, str]:
        """
        Says what the account is: `client`, or `admin` for the provider's staff.
        """
    def text_width(self, /, text: str) -> Coroutine[Any, Any, int]:
        """
        Measures how wide a text is in pixels, in Helvetica of 12 pixels.

        The width is an estimate: it adds up letters and leaves kerning out.

        Args:
            text: Text to measure.
        """

@final
class AsyncLicensesService:
    """
    Software licenses, each tied to an IP address: list, order, move, cancel.
    """
    def buy(self, /, order: LicenseOrder) -> Coroutine[Any, Any, LicensePurchase]:
        """
        Places an order and gives the invoice that is to be paid.

        It is sent once and never again. If the outcome is unknown, look whether `list`
        has a license for the address. Fails with `Api` if the order is not taken.

        Args:
            order: The order to place.
        """
    def buy_with_prepay(self, /, order: LicenseOrder, use_prepay: bool = ...) -> Coroutine[Any, Any, LicensePurchase]:
        """
        Places an order and pays it from the module's prepays.

        It is sent once and never again. If the outcome is unknown, look whether `list`
        has a license for the address. Fails with `Api` if the order is not taken.

        Args:
            order: The order to place.
            use_prepay: Whether to pay from prepays; without it this is `buy`. Default: true.
        """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def cancel_by_ip(self, /, ip: str, license_type: SupportsIndex) -> Coroutine[Any, Any, Accepted]:
        """
        Cancels the license that an address has of a type.

        This ends the service; there is no operation that takes it back. Fails with
        `Api` if the account has no such license.

        Args:
            ip: Address that the license is for.
            license_type: Number of the type (`LicenseType::id`).
        """
    def cancel_license(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Accepted]:
        """
        Cancels a license as `cancel` does, and says why if it cannot.

        This ends the service; there is no operation that takes it back. Fails with
        `Api` if the account has no such license.

        Args:
            id: Order number of the license.
        """
    def change_ip(self, /, old_ip: str, new_ip: str) -> Coroutine[Any, Any, Accepted]:
        """
        Moves an active license from one address to another.

        Fails with `Api` if the old address has no license or several: then
        `change_ip_by_id` says which.

        Args:
            old_ip: Address that the license is for now.
            new_ip: Address that it shall be for.
        """
    def change_ip_by_id(self, /, id: SupportsIndex, new_ip: str) -> Coroutine[Any, Any, Accepted]:
        """
        Moves an active license to another address.

        Fails with `Api` if the account has no such license.

        Args:
            id: Order number of the license.
            new_ip: Address that it shall be for.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, License]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[License]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def types(self, /) -> Coroutine[Any, Any, builtins.list[LicenseType]]:
        """
        Lists the kinds of license that can be ordered, with their prices.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class AsyncMailService:
    """
    Outgoing mail: list, order, send, log in to the control panel.
    """
    def buy(self, /, coupon: str | None = None) -> Coroutine[Any, Any, Purchase]:
        """
        Orders a mail service and gives the invoices that are to be paid.

        It is sent once and never again. If the outcome is unknown, look whether `list`
        has a new service. Fails with `Api` if the order is not taken.

        Args:
            coupon: Coupon code, if there is one.
        """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, MailAccount]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[MailAccount]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def send(self, /, mail: MailDraft) -> Coroutine[Any, Any, Accepted]:
        """
        Sends a mail through the account's mail service.

        Success means that the server took it, not that it arrived. It is sent once: if
        the outcome is unknown, the mail may be on its way.

        Args:
            mail: The mail to send.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """
    def zonemta_login(self, /, id: SupportsIndex) -> Coroutine[Any, Any, PanelLogin]:
        """
        Makes a link that logs in to ZoneMTA, the mail panel, once.

        Fails with `Api` if the server refuses.

        Args:
            id: Order number of the mail service.
        """

@final
class AsyncQuickserversService:
    """
    Quickservers, ready-made servers: list, cancel, invoices.
    """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Quickserver]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[Quickserver]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class AsyncServersService:
    """
    Dedicated servers: list, cancel, invoices.
    """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, DedicatedServer]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[DedicatedServer]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class AsyncSslService:
    """
    SSL certificates: list, cancel, invoices.
    """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, SslCertificate]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[SslCertificate]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class AsyncSupportService:
    """
    Support tickets: list, read, open, reply.
    """
    def open_ticket(self, /, ticket: TicketDraft) -> Coroutine[Any, Any, OpenedTicket]:
        """
        Opens a ticket and gives its number.

        It is sent once. If the outcome is unknown, look at the first page of the list
        before trying again, or there may be two.

        Args:
            ticket: The ticket to open.
        """
    def reply(self, /, ticket: str, content: str) -> Coroutine[Any, Any, Accepted]:
        """
        Writes a reply into a ticket.

        Fails with `Api` if there is no such ticket.

        Args:
            ticket: Number or reference of the ticket, such as `1287545` or `KVO-530-34143`.
            content: Text of the reply.
        """
    def ticket(self, /, ticket: str) -> Coroutine[Any, Any, TicketView]:
        """
        Gets a ticket with its messages.

        Fails with `Api` if the help desk says no, and with `NotFound` if it answers
        without a ticket.

        Args:
            ticket: Number or reference of the ticket, such as `1287545` or `KVO-530-34143`.
        """
    def ticket_page(self, /, page: SupportsIndex = ..., limit: SupportsIndex = ..., status: str | None = None) -> Coroutine[Any, Any, TicketPage]:
        """
        Lists tickets, one page at a time.

        `TicketPage::total_pages` says where to stop.

        Args:
            page: Page, from 1. Default: 1.
            limit: How many tickets a page holds. Default: 10.
            status: State that the tickets must have, such as `Open`; without it, any.
        """
    def tickets(self, /, status: str | None = None) -> AsyncTickets:
        """
        Goes through the tickets, perhaps only those of a status such as `Open`.

        They are iterated, and nothing is fetched before it is asked for.
        """

@final
class AsyncTickets:
    """
    The tickets of an account, fetched a page at a time.
    """
    def __aiter__(self, /) -> AsyncTickets: ...
    def __anext__(self, /) -> Coroutine[Any, Any, TicketSummary]: ...

@final
class AsyncVpsService:
    """
    Virtual private servers: list, start and stop, back up, order.
    """
    def backup(self, /, id: SupportsIndex, name: str) -> Coroutine[Any, Any, Accepted]:
        """
        Queues a backup and returns once the request is accepted.

        Args:
            id: Order number of the VPS.
            name: Name that the backup gets.
        """
    def backups(self, /) -> Coroutine[Any, Any, builtins.list[VpsBackup]]:
        """
        Lists the stored backups of all VPSs.
        """
    def buy(self, /, order: VpsOrder) -> Coroutine[Any, Any, Purchase]:
        """
        Places an order and gives the invoices that are to be paid.

        It is sent once and never again. If the outcome is unknown, `find_order` looks
        whether the order arrived.

        Args:
            order: The order to place.
        """
    def buy_on_host(self, /, order: VpsAdminOrder) -> Coroutine[Any, Any, Purchase]:
        """
        Places an order on a chosen host; for administrators.

        Args:
            order: The order to place.
        """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def delete_backup(self, /, id: SupportsIndex, name: str) -> Coroutine[Any, Any, Accepted]:
        """
        Deletes a backup for good.

        Args:
            id: Order number of the VPS.
            name: Name of the backup.
        """
    def find_order(self, /, order: VpsOrder, since: int | datetime) -> Coroutine[Any, Any, FoundOrder | None]:
        """
        Looks whether an order arrived whose outcome is unknown: a VPS of the ordered host name
        that came after `since`, with its invoices. None means that the server has no such VPS.

        Args:
            order: The order.
            since: What `order_mark` gave before, or a time by the server's own clock.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Vps]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def host_name(self, /, id: SupportsIndex) -> Coroutine[Any, Any, str]:
        """
        Gets the name of a host by its number (`Vps::server`).

        Fails with `NotFound` if there is no such host.

        Args:
            id: Number of the host.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[Vps]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def locations(self, /) -> Coroutine[Any, Any, builtins.list[VpsLocation]]:
        """
        Lists the places where a VPS can run.
        """
    def order_mark(self, /) -> Coroutine[Any, Any, int]:
        """
        Marks the moment before an order, for `find_order`: the highest order number so far.
        """
    def platforms(self, /) -> Coroutine[Any, Any, builtins.list[VpsPlatform]]:
        """
        Lists the virtualisation platforms.
        """
    def restart(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Accepted]:
        """
        Queues a restart and returns once the request is accepted.

        The VPS shows its old state until the host takes the request up; `wait_for`
        waits for the change.

        Args:
            id: Order number of the VPS.
        """
    def screenshot(self, /, id: SupportsIndex) -> Coroutine[Any, Any, VpsScreenshot]:
        """
        Gets an image of a VPS's screen; KVM only.

        Args:
            id: Order number of the VPS.
        """
    def slice_types(self, /) -> Coroutine[Any, Any, builtins.list[VpsSliceType]]:
        """
        Lists what kinds of VPS there are, with their prices.
        """
    def start(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Accepted]:
        """
        Queues a start and returns once the request is accepted.

        Args:
            id: Order number of the VPS.
        """
    def stop(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Accepted]:
        """
        Queues a stop and returns once the request is accepted.

        Args:
            id: Order number of the VPS.
        """
    def templates(self, /) -> Coroutine[Any, Any, builtins.list[VpsTemplate]]:
        """
        Lists the images that a VPS can be installed from.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """
    def validate(self, /, order: VpsOrder) -> Coroutine[Any, Any, VpsQuote]:
        """
        Checks an order without placing it: prices, or what is wrong with it.

        Problems are part of the answer, not an error.

        Args:
            order: The order to check.
        """
    def wait_for(self, /, id: SupportsIndex, state: ServerStatus | str, *, deadline: float = ..., pause: float = ..., longest_pause: float = ..., settle: float = ...) -> Coroutine[Any, Any, Vps]:
        """
        Waits until a VPS is in a state, looking again after growing pauses.

        Args:
            id: Order number of the VPS.
            state: The state to wait for.
            deadline: Seconds to wait in all. Default 600.
            pause: Seconds before the second look; each pause is half as long again. Default 1.
            longest_pause: The longest pause, in seconds. Default 15.
            settle: Seconds after which a state counts that the first look found already: a queued
                request shows the old state for a while. Default 60.

        Raises:
            TimeoutError: The deadline passed first.
        """

@final
class AsyncWebhostingService:
    """
    Websites on shared hosts: list, cancel, log in to the control panel.
    """
    def cancel(self, /, id: SupportsIndex) -> Coroutine[Any, Any, None]:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def cpanel_login(self, /, id: SupportsIndex) -> Coroutine[Any, Any, PanelLogin]:
        """
        Makes a link that logs in to cPanel, once.

        Fails with `Api` if the site has no cPanel or the server refuses.

        Args:
            id: Order number of the website.
        """
    def directadmin_login(self, /, id: SupportsIndex) -> Coroutine[Any, Any, PanelLogin]:
        """
        Makes a link that logs in to DirectAdmin, once.

        Fails with `Api` if the site has no DirectAdmin or the server refuses.

        Args:
            id: Order number of the website.
        """
    def get(self, /, id: SupportsIndex) -> Coroutine[Any, Any, Website]:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> Coroutine[Any, Any, builtins.list[Website]]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> Coroutine[Any, Any, builtins.list[Invoice]]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class Backup:
    """
    Storage for backups; `VpsBackup` is a backup of a VPS.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Backup: ...
    @property
    def comment(self, /) -> str | None:
        """
        A note on the service.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of a billing period.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ip(self, /) -> str | None:
        """
        Address of the storage.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def quota(self, /) -> int | None:
        """
        Space that may be used, in the server's units.
        """
    @property
    def server(self, /) -> int | None:
        """
        Number of the host that it is on.
        """
    @property
    def server_status(self, /) -> str | None:
        """
        State on the host, such as `running`; the words are not documented.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def username(self, /) -> str | None:
        """
        User name on the host.
        """

@final
class BackupsService:
    """
    Backup storage: list, cancel, log in to the control panel.
    """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Backup:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[Backup]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def storage_login(self, /, id: SupportsIndex) -> PanelLogin:
        """
        Makes a link that logs in to the storage's DirectAdmin, once.

        Fails with `Api` if the storage has no DirectAdmin or the server refuses.

        Args:
            id: Order number of the storage.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class BillingService:
    """
    Payments and prepays; each module lists its own invoices.
    """
    def add_prepay(self, /, module: Module | str, amount: Decimal | int, automatic_use: bool = ...) -> int:
        """
        Adds a prepay and gives its number.

        No money moves: `prepay_paypal_url` gives a link to fill it. Fails with
        `Refused` if the server does not add it.

        Args:
            module: Module that it can pay for.
            amount: Amount in US dollars.
            automatic_use: Whether invoices are to be paid from it without being asked. Default: false.
        """
    def pay(self, /, module: Module | str, invoice: SupportsIndex) -> Accepted:
        """
        Pays an invoice.

        It is sent once and never again. If the outcome is unknown, look whether the
        module's `unpaid_invoices` still has the invoice. Fails with `Api` if there is
        no such invoice in the module or it cannot be paid. What it is paid from is not
        documented.

        Args:
            module: Module of the invoice.
            invoice: Number of the invoice (`Invoice::id`).
        """
    def paypal_url(self, /, module: Module | str, invoice: SupportsIndex) -> str:
        """
        Gives a PayPal link for an invoice.

        It is an HTML link rather than a bare address. The live service does not have
        this function any more and answers with a fault.

        Args:
            module: Module of the invoice.
            invoice: Number of the invoice (`Invoice::id`).
        """
    def prepay_paypal_url(self, /, module: Module | str, prepay_id: SupportsIndex, amount: Decimal | int) -> str:
        """
        Gives a PayPal address where a prepay can be filled.

        Nothing is paid until somebody opens it and pays there. Fails with `NotFound` if
        the server gives none.

        Args:
            module: Module of the prepay.
            prepay_id: Number of the prepay (`Prepay::id`).
            amount: Amount to pay, in US dollars.
        """
    def prepay_remaining(self, /, module: Module | str) -> PrepayBalance:
        """
        Gives the prepaid money that a module has left.

        Args:
            module: Module to look at.
        """
    def prepays(self, /) -> builtins.list[Prepay]:
        """
        Lists the prepays of all modules, empty ones included.
        """

@final
class Client:
    """
    A client of the API.

    The operations are grouped in services: `client.vps.list()`. One client serves many threads,
    and a child process after a fork. Making one sends nothing.

    Args:
        username: E-mail address of the account.
        password: Its password, or an API key.
        session: A session id to resume; with credentials besides, a dead one is renewed.
        endpoint: Address of the API. HTTPS, except to this machine.
        timeout: Seconds for a call with its repetitions and, if needed, its login. Default 60.
        connect_timeout: Seconds to connect. Default 10.
        read_timeout: Seconds between two pieces of an answer. Default 30.
        retry: When reads are repeated.
        concurrency: How many requests may be under way at once; the others wait. Default 16.
        limits: How large and how nested an answer may be.
        session_proven_for: Seconds that a session counts as alive. Default 60.
        allow_lossy_text: Lets text through that the server turns into `?`.
        proxy: Address of an HTTP proxy; none is used unless it is given.
        certificate_authority: A further certificate authority, as PEM.
        user_agent_suffix: Text to put behind this library's name in the `User-Agent` header.

    Example:
        >>> from interserver.testing import Sandbox
        >>> with Sandbox().client() as client:
        ...     client.vps.list()[0].hostname
        'web1.example.com'
    """
    def __enter__(self, /) -> typing_extensions.Self: ...
    def __exit__(self, /, *_exception: object) -> None: ...
    def __new__(cls, /, username: str | None = None, password: str | None = None, *, session: str | None = None, endpoint: str | None = None, timeout: float | None = None, connect_timeout: float | None = None, read_timeout: float | None = None, retry: RetryPolicy | None = None, concurrency: SupportsIndex | None = None, limits: Limits | None = None, session_proven_for: float | None = None, allow_lossy_text: bool | None = None, proxy: str | None = None, certificate_authority: str | bytes | None = None, user_agent_suffix: str | None = None) -> Client: ...
    def __repr__(self, /) -> str: ...
    def authenticate(self, /) -> None:
        """
        Logs in now instead of at the first call, if there is no session yet.
        """
    @property
    def backups(self, /) -> BackupsService:
        """
        Backup storage: list, cancel, log in to the control panel.
        """
    @property
    def billing(self, /) -> BillingService:
        """
        Payments and prepays; each module lists its own invoices.
        """
    def call(self, function: str, with_session: bool = False, /, **arguments: object) -> typing.Any:
        """
        Calls any function by its wire name, with arguments by their wire names: the raw door.

        A function that this version knows gets its arguments in declared order and type. One that
        it does not know gets them as they are given, and the session id only if it is asked for.

        Args:
            function: Wire name, such as `api_vps_get_service`.
            with_session: Whether a function that this version does not know gets the session id.
            arguments: The arguments, without the session id.
        """
    def close(self, /) -> None:
        """
        Closes the connections. A call after that opens new ones, with a new session.
        """
    @property
    def dns(self, /) -> DnsService:
        """
        DNS zones and records: look up, add, change, delete.

        No operation lists the zones: their numbers must be known.
        """
    @property
    def domains(self, /) -> DomainsService:
        """
        Domain registrations: list, cancel, invoices; `dns` has the records of a zone.
        """
    @property
    def endpoint(self, /) -> str:
        """
        The address of the API.
        """
    @property
    def floating_ips(self, /) -> FloatingIpsService:
        """
        Addresses that can be moved between servers: list, move, cancel.
        """
    @classmethod
    def from_env(cls, /, username: str | None = None, password: str | None = None, *, session: str | None = None, endpoint: str | None = None, timeout: float | None = None, connect_timeout: float | None = None, read_timeout: float | None = None, retry: RetryPolicy | None = None, concurrency: SupportsIndex | None = None, limits: Limits | None = None, session_proven_for: float | None = None, allow_lossy_text: bool | None = None, proxy: str | None = None, certificate_authority: str | bytes | None = None, user_agent_suffix: str | None = None) -> Client:
        """
        Makes a client from environment variables: `INTERSERVER_USERNAME` with
        `INTERSERVER_PASSWORD` or `INTERSERVER_API_KEY`, `INTERSERVER_SESSION`,
        `INTERSERVER_ENDPOINT`, `INTERSERVER_PROXY` and `INTERSERVER_CA_FILE`.

        The arguments are those of the class, and come before the environment. If they name
        an account or a session, that of the environment is not used.

        Raises:
            ConfigurationError: A variable is missing or unusable; it says which.
        """
    @property
    def general(self, /) -> GeneralService:
        """
        Login and look-ups that belong to no module.
        """
    def inventory(self, /) -> Inventory:
        """
        Lists the services of all modules at once.

        A module that fails does not cost the others: it is named in `failures`.
        """
    @property
    def licenses(self, /) -> LicensesService:
        """
        Software licenses, each tied to an IP address: list, order, move, cancel.
        """
    @property
    def mail(self, /) -> MailService:
        """
        Outgoing mail: list, order, send, log in to the control panel.
        """
    @property
    def quickservers(self, /) -> QuickserversService:
        """
        Quickservers, ready-made servers: list, cancel, invoices.
        """
    @property
    def servers(self, /) -> ServersService:
        """
        Dedicated servers: list, cancel, invoices.
        """
    @property
    def session(self, /) -> str | None:
        """
        The session id, once there is one, to be resumed later.
        """
    @property
    def ssl(self, /) -> SslService:
        """
        SSL certificates: list, cancel, invoices.
        """
    @property
    def support(self, /) -> SupportService:
        """
        Support tickets: list, read, open, reply.
        """
    @property
    def vps(self, /) -> VpsService:
        """
        Virtual private servers: list, start and stop, back up, order.
        """
    @property
    def webhosting(self, /) -> WebhostingService:
        """
        Websites on shared hosts: list, cancel, log in to the control panel.
        """

@final
class ControlPanel:
    """
    A control panel that is installed with a VPS.

    It equals its wire word: `status == "active"` works, too. A word that this
    version does not know is a value like any other.
    """
    C_PANEL: Final[ControlPanel]
    """
    cPanel; CentOS templates only.
    """
    DIRECT_ADMIN: Final[ControlPanel]
    """
    DirectAdmin; CentOS templates only.
    """
    NONE: Final[ControlPanel]
    """
    None.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, value: str) -> ControlPanel:
        """
        The word of a text, without regard to case.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def known() -> builtins.list[ControlPanel]:
        """
        The words that this version knows.
        """
    @property
    def value(self, /) -> str:
        """
        The wire word.
        """

@final
class DedicatedServer:
    """
    A dedicated server.

    No documentation says what the fields mean; what stands here goes by their
    names.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> DedicatedServer: ...
    @property
    def billed(self, /) -> bool | None:
        """
        Whether it was billed.
        """
    @property
    def comment(self, /) -> str | None:
        """
        A note on the service; may hold HTML.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its prices, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def custom_tag(self, /) -> str | None:
        """
        Tag of the customer's own.
        """
    @property
    def date(self, /) -> datetime | None:
        """
        When the order was made.
        """
    @property
    def dedicated_bandwidth(self, /) -> int | None:
        """
        Number of the bandwidth that was chosen.
        """
    @property
    def dedicated_cp(self, /) -> int | None:
        """
        Number of the control panel that was chosen.
        """
    @property
    def dedicated_cpu(self, /) -> int | None:
        """
        Number of the processor that was chosen.
        """
    @property
    def dedicated_hd1(self, /) -> int | None:
        """
        Number of the first disk that was chosen.
        """
    @property
    def dedicated_hd2(self, /) -> int | None:
        """
        Number of the second disk that was chosen.
        """
    @property
    def dedicated_ips(self, /) -> int | None:
        """
        Number of the set of IP addresses that was chosen.
        """
    @property
    def dedicated_memory(self, /) -> int | None:
        """
        Number of the memory that was chosen.
        """
    @property
    def dedicated_os(self, /) -> int | None:
        """
        Number of the operating system that was chosen.
        """
    @property
    def dedicated_raid(self, /) -> str | None:
        """
        RAID that was chosen, such as `NO Raid`.
        """
    @property
    def dedicated_tag(self, /) -> str | None:
        """
        Tag of the machine.
        """
    @property
    def discount(self, /) -> Decimal | None:
        """
        Discount, in `currency`.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def hardware(self, /) -> int | None:
        """
        Number that stands for the hardware.
        """
    @property
    def hardware_ordered(self, /) -> bool | None:
        """
        Whether the hardware is on order.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        Host name.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def initial_bill(self, /) -> Decimal | None:
        """
        First bill, in whole units of `currency`.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ips(self, /) -> int | None:
        """
        Number that stands for the IP addresses.
        """
    @property
    def location(self, /) -> str | None:
        """
        Where it stands.
        """
    @property
    def monthly_bill(self, /) -> Decimal | None:
        """
        Bill of a month, in whole units of `currency`.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def rep(self, /) -> int | None:
        """
        Number of the representative who sold it; 0 for none.
        """
    @property
    def root_password(self, /) -> str | None:
        """
        Root password that it was set up with.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered.
        """
    @property
    def setup(self, /) -> Decimal | None:
        """
        Set-up fee, in whole units of `currency`.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def total_cost(self, /) -> Decimal | None:
        """
        Price in all, in `currency`.
        """
    @property
    def welcome_email(self, /) -> bool | None:
        """
        Whether the welcome mail was sent.
        """

@final
class DnsRecord:
    """
    A record of a DNS zone.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> DnsRecord: ...
    @property
    def auth(self, /) -> bool | None:
        """
        Whether the zone itself answers for it.
        """
    @property
    def change_date(self, /) -> datetime | None:
        """
        When it was last changed.
        """
    @property
    def content(self, /) -> str | None:
        """
        What it says, such as an address.
        """
    @property
    def disabled(self, /) -> bool | None:
        """
        Whether it is left out of answers.
        """
    @property
    def id(self, /) -> int:
        """
        Number of the record.
        """
    @property
    def name(self, /) -> str | None:
        """
        Full name that it is for, such as `www.example.com`.
        """
    @property
    def ordername(self, /) -> str | None:
        """
        Place in the order of the zone's signed names; the name servers' own.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def priority(self, /) -> int | None:
        """
        Priority; the lowest goes first. Only MX and SRV use it.
        """
    @property
    def record_type(self, /) -> DnsType | None:
        """
        Kind of record.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def ttl(self, /) -> int | None:
        """
        How long others may keep it, in seconds.
        """
    @property
    def zone(self, /) -> int | None:
        """
        Number of its zone (`DnsZone::id`).
        """

@final
class DnsRecordDraft:
    """
    A DNS record to add, or what an existing one shall become.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[()], dict[str, typing.Any]]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, *, name: str, content: str, record_type: DnsType | str = ..., ttl: SupportsIndex = ..., priority: SupportsIndex = ...) -> DnsRecordDraft: ...
    def __repr__(self, /) -> str: ...
    @property
    def content(self, /) -> str:
        """
        What it says, such as an address.
        """
    @property
    def name(self, /) -> str:
        """
        Full name that it is for, such as `www.example.com`.
        """
    @property
    def priority(self, /) -> int:
        """
        Priority, 0 to 65535; the lowest goes first. Only MX and SRV use it.
        """
    @property
    def record_type(self, /) -> DnsType:
        """
        Kind of record.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The arguments by name, secrets included.
        """
    @property
    def ttl(self, /) -> int:
        """
        How long others may keep it, in seconds.
        """

@final
class DnsService:
    """
    DNS zones and records: look up, add, change, delete.

    No operation lists the zones: their numbers must be known.
    """
    def add_record(self, /, zone: SupportsIndex, record: DnsRecordDraft) -> int:
        """
        Adds a record to a zone and gives its number.

        Fails with `Refused` if the server does not add it.

        Args:
            zone: Number of the zone (`DnsZone::id`).
            record: The record to add.
        """
    def add_zone(self, /, domain: str, ip: str) -> Accepted:
        """
        Adds a zone for a domain that points at an address.

        The answer does not hold the zone's number. Fails with `Api` if the name servers
        have the domain already.

        Args:
            domain: Domain name.
            ip: Address that the domain points at.
        """
    def delete_record(self, /, zone: SupportsIndex, record_id: SupportsIndex) -> None:
        """
        Deletes a record for good.

        Fails with `Refused` if the server answers no.

        Args:
            zone: Number of the zone (`DnsZone::id`).
            record_id: Number of the record (`DnsRecord::id`).
        """
    def delete_zone(self, /, zone: SupportsIndex) -> None:
        """
        Deletes a zone from the name servers, its records with it.

        The registration of the domain stays. Fails with `Refused` if the server answers
        no.

        Args:
            zone: Number of the zone (`DnsZone::id`).
        """
    def find_zone(self, /, name: str, first: SupportsIndex, last: SupportsIndex) -> DnsZone:
        """
        Finds a zone by its name among the numbers from `first` to `last`.

        The API has no list of zones, so each number is asked for; keep the range small.

        Args:
            name: Name of the zone.
            first: The first number.
            last: The last number.
        """
    def records(self, /, zone: SupportsIndex) -> builtins.list[DnsRecord]:
        """
        Lists the records of a zone.

        A zone that the account does not have may give an empty list; `zone` tells the
        difference.

        Args:
            zone: Number of the zone (`DnsZone::id`).
        """
    def update_record(self, /, zone: SupportsIndex, record_id: SupportsIndex, record: DnsRecordDraft) -> None:
        """
        Writes every field of a record anew.

        Nothing of the old record stays: fill the draft from it and change what is to
        change. Fails with `Refused` if the server answers no.

        Args:
            zone: Number of the zone (`DnsZone::id`).
            record_id: Number of the record (`DnsRecord::id`).
            record: What the record shall be.
        """
    def upsert_record(self, /, zone: SupportsIndex, record: DnsRecordDraft) -> Upserted:
        """
        Makes a zone's record of a name and type say what the draft says: the one there is gets
        changed, and if there is none, one is added.

        Args:
            zone: Number of the zone (`DnsZone.id`).
            record: What the record shall be.
        """
    def zone(self, /, id: SupportsIndex) -> DnsZone:
        """
        Gets a zone by its number.

        Fails with `NotFound` if the account has no such zone.

        Args:
            id: Number of the zone.
        """

@final
class DnsType:
    """
    Kind of a DNS record.

    The documentation has no list of those that the server takes.

    It equals its wire word: `status == "active"` works, too. A word that this
    version does not know is a value like any other.
    """
    A: Final[DnsType]
    """
    An IPv4 address.
    """
    AAAA: Final[DnsType]
    """
    An IPv6 address.
    """
    CAA: Final[DnsType]
    """
    Who may issue certificates.
    """
    CNAME: Final[DnsType]
    """
    Another name for a host.
    """
    MX: Final[DnsType]
    """
    A host that takes mail; its priority counts.
    """
    NAPTR: Final[DnsType]
    """
    A rule that rewrites names, for telephony mostly.
    """
    NS: Final[DnsType]
    """
    A name server.
    """
    PTR: Final[DnsType]
    """
    The name of an address.
    """
    SOA: Final[DnsType]
    """
    The zone's own data; each zone has one.
    """
    SPF: Final[DnsType]
    """
    Who may send mail, in the form before TXT.
    """
    SRV: Final[DnsType]
    """
    Host and port of a service; its priority counts.
    """
    SSHFP: Final[DnsType]
    """
    The fingerprint of an SSH key.
    """
    TLSA: Final[DnsType]
    """
    The certificate that a service has.
    """
    TXT: Final[DnsType]
    """
    Text, such as SPF and DKIM.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, value: str) -> DnsType:
        """
        The word of a text, without regard to case.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def known() -> builtins.list[DnsType]:
        """
        The words that this version knows.
        """
    @property
    def value(self, /) -> str:
        """
        The wire word.
        """

@final
class DnsZone:
    """
    A DNS zone: a domain that the provider's name servers answer for.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> DnsZone: ...
    @property
    def account(self, /) -> str | None:
        """
        Account that it belongs to on the name servers; often empty.
        """
    @property
    def id(self, /) -> int:
        """
        Number of the zone; not the order number of a domain.
        """
    @property
    def last_check(self, /) -> datetime | None:
        """
        When a copy was last compared with its master.
        """
    @property
    def master(self, /) -> str | None:
        """
        Address of the name server that it is copied from, if it is a copy.
        """
    @property
    def name(self, /) -> str | None:
        """
        Domain name.
        """
    @property
    def notified_serial(self, /) -> int | None:
        """
        Serial number that other name servers were last told of; -1 for none.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def zone_type(self, /) -> str | None:
        """
        How it is kept in step, such as `NATIVE`.
        """

@final
class Domain:
    """
    A registered domain, with the contact that it is registered for.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Domain: ...
    @property
    def address(self, /) -> str | None:
        """
        Street and number.
        """
    @property
    def address2(self, /) -> str | None:
        """
        Second line of the address.
        """
    @property
    def address3(self, /) -> str | None:
        """
        Third line of the address.
        """
    @property
    def city(self, /) -> str | None:
        """
        City.
        """
    @property
    def company(self, /) -> str | None:
        """
        Company of the contact.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of a billing period.
        """
    @property
    def country(self, /) -> str | None:
        """
        Country as two letters, such as `US`.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def email(self, /) -> str | None:
        """
        E-mail address of the contact.
        """
    @property
    def expire_date(self, /) -> datetime | None:
        """
        When the registration runs out, in the server's own time.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def fax(self, /) -> str | None:
        """
        Fax number.
        """
    @property
    def firstname(self, /) -> str | None:
        """
        First name of the contact.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        The domain name.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service; not the number of a DNS zone.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def lastname(self, /) -> str | None:
        """
        Last name of the contact.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def password(self, /) -> str | None:
        """
        Password at the registrar.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Telephone number, such as `+1.2015550100`.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered: it goes with the ending.
        """
    @property
    def state(self, /) -> str | None:
        """
        State or province.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def username(self, /) -> str | None:
        """
        User name at the registrar.
        """
    @property
    def zip(self, /) -> str | None:
        """
        Postal code.
        """

@final
class DomainsService:
    """
    Domain registrations: list, cancel, invoices; `dns` has the records of a zone.
    """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Domain:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[Domain]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class FloatingIp:
    """
    An address that can be moved between servers.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> FloatingIp: ...
    @property
    def comment(self, /) -> str | None:
        """
        A note on the service.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ip(self, /) -> str | None:
        """
        The address itself.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def quota(self, /) -> int | None:
        """
        What may be used of it, in the server's units.
        """
    @property
    def server_status(self, /) -> str | None:
        """
        State on the host, such as `running`; the words are not documented.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    @property
    def target_ip(self, /) -> str | None:
        """
        Address that its traffic goes to.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class FloatingIpsService:
    """
    Addresses that can be moved between servers: list, move, cancel.
    """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def change_target(self, /, id: SupportsIndex, ip: str) -> None:
        """
        Sends the traffic of a floating IP to another address.

        Fails with `Refused` if the server answers no.

        Args:
            id: Order number of the floating IP.
            ip: Address that the traffic shall go to.
        """
    def get(self, /, id: SupportsIndex) -> FloatingIp:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[FloatingIp]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class FoundOrder:
    """
    An order that did arrive.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> FoundOrder: ...
    @property
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Its invoices.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def vps(self, /) -> Vps:
        """
        The VPS that came of it.
        """

@final
class GeneralService:
    """
    Login and look-ups that belong to no module.
    """
    def hostname(self, /, ip: str) -> str:
        """
        Finds the host name of an IP address.

        An address without a name may come back as itself. Fails with `NotFound` if the
        server answers with nothing.

        Args:
            ip: IPv4 or IPv6 address.
        """
    def locked_ips(self, /) -> builtins.list[str]:
        """
        Lists the IP addresses that the provider has locked because of fraud.
        """
    def login(self, /, username: str, password: str) -> str:
        """
        Logs in and gives the session id.

        The client does this by itself when a call needs it. A session lasts some hours.
        Fails with `Authentication` if the name or the password is wrong.

        Args:
            username: E-mail address of the account.
            password: Password of the account, or an API key of it.
        """
    def modules(self, /) -> builtins.list[str]:
        """
        Lists the names of the modules.

        They are the words of `Module`; the server may have more.
        """
    def role(self, /) -> str:
        """
        Says what the account is: `client`, or `admin` for the provider's staff.
        """
    def text_width(self, /, text: str) -> int:
        """
        Measures how wide a text is in pixels, in Helvetica of 12 pixels.

        The width is an estimate: it adds up letters and leaves kerning out.

        Args:
            text: Text to measure.
        """

@final
class Inventory:
    """
    Every service of the account, and the modules that could not be listed.
    """
    def __repr__(self, /) -> str: ...
    @property
    def failures(self, /) -> builtins.list[InventoryFailure]:
        """
        Modules whose list failed. What they hold is missing from `items`.
        """
    @property
    def items(self, /) -> builtins.list[InventoryItem]:
        """
        The services, by module in the order of the manual.
        """

@final
class InventoryFailure:
    """
    A module whose list failed.
    """
    def __repr__(self, /) -> str: ...
    @property
    def error(self, /) -> InterServerError:
        """
        Why.
        """
    @property
    def module(self, /) -> Module:
        """
        The module.
        """

@final
class InventoryItem:
    """
    A service of whatever module, with what all of them have.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> InventoryItem: ...
    @property
    def id(self, /) -> int:
        """
        Order number, for the module's own operations.
        """
    @property
    def ip(self, /) -> str | None:
        """
        Primary IP address.
        """
    @property
    def label(self, /) -> str | None:
        """
        Host name, else user name, else address: what people know it by.
        """
    @property
    def module(self, /) -> Module:
        """
        The module that it belongs to.
        """
    @property
    def order_date(self, /) -> str | None:
        """
        When it was ordered, in the server's own time and words.
        """
    @property
    def server_status(self, /) -> str | None:
        """
        Its own state, where the module has one: `running`, say.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package or type.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class Invoice:
    """
    An invoice, or a payment on one.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Invoice: ...
    @property
    def amount(self, /) -> Decimal | None:
        """
        Amount, in `currency`.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of the amount, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who gets it.
        """
    @property
    def date(self, /) -> datetime | None:
        """
        When it was made, in the server's own time.
        """
    @property
    def deleted(self, /) -> bool | None:
        """
        Whether it was deleted.
        """
    @property
    def description(self, /) -> str | None:
        """
        What it is for.
        """
    @property
    def due_date(self, /) -> datetime | None:
        """
        When it is due, in the server's own time.
        """
    @property
    def extra(self, /) -> int | None:
        """
        Number of another invoice: for a charge the repeat invoice that it comes
        from, for a payment the charge that it pays.
        """
    @property
    def group(self, /) -> int | None:
        """
        Billing group; not in use.
        """
    @property
    def id(self, /) -> int:
        """
        Number of the invoice.
        """
    @property
    def invoice_type(self, /) -> int | None:
        """
        1 for a charge, 10 and above for the kinds of payment.
        """
    @property
    def module(self, /) -> Module | None:
        """
        Module that it is for.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def paid(self, /) -> bool | None:
        """
        Whether it is paid.
        """
    @property
    def service(self, /) -> int | None:
        """
        Order number of the service that it is for; documented for VPS, webhosting
        and quickservers only.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class License:
    """
    A software license for one IP address.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> License: ...
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of a billing period.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        Host name of the machine that it is for.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ip(self, /) -> str | None:
        """
        Address that it is for.
        """
    @property
    def key(self, /) -> str | None:
        """
        Key of the license, if it has one.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of its type (`LicenseType::id`).
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class LicenseOrder:
    """
    An order for a license.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[()], dict[str, typing.Any]]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, *, ip: str, license_type: SupportsIndex, coupon: str | None = None) -> LicenseOrder: ...
    def __repr__(self, /) -> str: ...
    @property
    def coupon(self, /) -> str | None:
        """
        Coupon code, if there is one.
        """
    @property
    def ip(self, /) -> str:
        """
        Address that the license is for.
        """
    @property
    def license_type(self, /) -> int:
        """
        Number of the type (`LicenseType::id`).
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The arguments by name, secrets included.
        """

@final
class LicensePurchase:
    """
    A license order that was placed.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> LicensePurchase: ...
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of the first billing period.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of the invoice that is to be paid.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    @property
    def status_text(self, /) -> str | None:
        """
        What the server says about it.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class LicenseType:
    """
    A kind of license that can be ordered, with its price.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> LicenseType: ...
    @property
    def cost(self, /) -> Decimal | None:
        """
        Monthly price, in US dollars.
        """
    @property
    def id(self, /) -> int:
        """
        Number of the type, for orders.
        """
    @property
    def name(self, /) -> str | None:
        """
        Name for people, such as `Softaculous VPS`.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class LicensesService:
    """
    Software licenses, each tied to an IP address: list, order, move, cancel.
    """
    def buy(self, /, order: LicenseOrder) -> LicensePurchase:
        """
        Places an order and gives the invoice that is to be paid.

        It is sent once and never again. If the outcome is unknown, look whether `list`
        has a license for the address. Fails with `Api` if the order is not taken.

        Args:
            order: The order to place.
        """
    def buy_with_prepay(self, /, order: LicenseOrder, use_prepay: bool = ...) -> LicensePurchase:
        """
        Places an order and pays it from the module's prepays.

        It is sent once and never again. If the outcome is unknown, look whether `list`
        has a license for the address. Fails with `Api` if the order is not taken.

        Args:
            order: The order to place.
            use_prepay: Whether to pay from prepays; without it this is `buy`. Default: true.
        """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def cancel_by_ip(self, /, ip: str, license_type: SupportsIndex) -> Accepted:
        """
        Cancels the license that an address has of a type.

        This ends the service; there is no operation that takes it back. Fails with
        `Api` if the account has no such license.

        Args:
            ip: Address that the license is for.
            license_type: Number of the type (`LicenseType::id`).
        """
    def cancel_license(self, /, id: SupportsIndex) -> Accepted:
        """
        Cancels a license as `cancel` does, and says why if it cannot.

        This ends the service; there is no operation that takes it back. Fails with
        `Api` if the account has no such license.

        Args:
            id: Order number of the license.
        """
    def change_ip(self, /, old_ip: str, new_ip: str) -> Accepted:
        """
        Moves an active license from one address to another.

        Fails with `Api` if the old address has no license or several: then
        `change_ip_by_id` says which.

        Args:
            old_ip: Address that the license is for now.
            new_ip: Address that it shall be for.
        """
    def change_ip_by_id(self, /, id: SupportsIndex, new_ip: str) -> Accepted:
        """
        Moves an active license to another address.

        Fails with `Api` if the account has no such license.

        Args:
            id: Order number of the license.
            new_ip: Address that it shall be for.
        """
    def get(self, /, id: SupportsIndex) -> License:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[License]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def types(self, /) -> builtins.list[LicenseType]:
        """
        Lists the kinds of license that can be ordered, with their prices.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class Limits:
    """
    Bounds on what an answer may cost. Each has an error of its own that names it.
    """
    def __new__(cls, /, *, compressed_body: SupportsIndex | None = None, body: SupportsIndex | None = None, ratio_from: SupportsIndex | None = None, ratio: SupportsIndex | None = None, depth: SupportsIndex | None = None, attributes: SupportsIndex | None = None, nodes: SupportsIndex | None = None, references: SupportsIndex | None = None) -> Limits: ...
    def __repr__(self, /) -> str: ...
    @property
    def attributes(self, /) -> int:
        """
        Attributes of one element.
        """
    @property
    def body(self, /) -> int:
        """
        Bytes of a body after decompression.
        """
    @property
    def compressed_body(self, /) -> int:
        """
        Bytes of a body as it comes over the network.
        """
    @property
    def depth(self, /) -> int:
        """
        Nesting of elements.
        """
    @property
    def nodes(self, /) -> int:
        """
        Elements in all.
        """
    @property
    def ratio(self, /) -> int:
        """
        Decompressed bytes for each compressed one, past `ratio_from`.
        """
    @property
    def ratio_from(self, /) -> int:
        """
        Decompressed bytes below which the ratio does not matter.
        """
    @property
    def references(self, /) -> int:
        """
        Bytes that references may add by being followed.
        """

@final
class MailAccount:
    """
    A service that sends mail.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> MailAccount: ...
    @property
    def comment(self, /) -> str | None:
        """
        A note on the service.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ip(self, /) -> str | None:
        """
        Address that goes with it; often empty.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def quota(self, /) -> int | None:
        """
        What may be used of it, in the server's units.
        """
    @property
    def server_status(self, /) -> str | None:
        """
        State on the host, such as `running`; the words are not documented.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def username(self, /) -> str | None:
        """
        User name for sending, such as `mb8556`.
        """

@final
class MailDraft:
    """
    A mail to send.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[()], dict[str, typing.Any]]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, *, subject: str, body: str, to: str, sender: str) -> MailDraft: ...
    def __repr__(self, /) -> str: ...
    @property
    def body(self, /) -> str:
        """
        Text of the mail.
        """
    @property
    def sender(self, /) -> str:
        """
        Address that it comes from.
        """
    @property
    def subject(self, /) -> str:
        """
        Subject.
        """
    @property
    def to(self, /) -> str:
        """
        Address that it goes to.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The arguments by name, secrets included.
        """

@final
class MailService:
    """
    Outgoing mail: list, order, send, log in to the control panel.
    """
    def buy(self, /, coupon: str | None = None) -> Purchase:
        """
        Orders a mail service and gives the invoices that are to be paid.

        It is sent once and never again. If the outcome is unknown, look whether `list`
        has a new service. Fails with `Api` if the order is not taken.

        Args:
            coupon: Coupon code, if there is one.
        """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> MailAccount:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[MailAccount]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def send(self, /, mail: MailDraft) -> Accepted:
        """
        Sends a mail through the account's mail service.

        Success means that the server took it, not that it arrived. It is sent once: if
        the outcome is unknown, the mail may be on its way.

        Args:
            mail: The mail to send.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """
    def zonemta_login(self, /, id: SupportsIndex) -> PanelLogin:
        """
        Makes a link that logs in to ZoneMTA, the mail panel, once.

        Fails with `Api` if the server refuses.

        Args:
            id: Order number of the mail service.
        """

@final
class Module:
    """
    A module: a kind of service that an account can have.

    It equals its wire word: `status == "active"` works, too. A word that this
    version does not know is a value like any other.
    """
    BACKUPS: Final[Module]
    """
    Backup storage.
    """
    DOMAINS: Final[Module]
    """
    Domain registrations.
    """
    FLOATING_IPS: Final[Module]
    """
    Addresses that can be moved between servers.
    """
    LICENSES: Final[Module]
    """
    Software licenses.
    """
    MAIL: Final[Module]
    """
    Outgoing mail.
    """
    QUICKSERVERS: Final[Module]
    """
    Quickservers: ready-made servers that are set up at once.
    """
    SERVERS: Final[Module]
    """
    Dedicated servers.
    """
    SSL: Final[Module]
    """
    SSL certificates.
    """
    VPS: Final[Module]
    """
    Virtual private servers.
    """
    WEBHOSTING: Final[Module]
    """
    Websites on shared hosts.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, value: str) -> Module:
        """
        The word of a text, without regard to case.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def known() -> builtins.list[Module]:
        """
        The words that this version knows.
        """
    @property
    def value(self, /) -> str:
        """
        The wire word.
        """

@final
class OpenedTicket:
    """
    A ticket that was opened.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> OpenedTicket: ...
    @property
    def id(self, /) -> int | None:
        """
        Number of the new ticket; `ticket` and `reply` take it as text.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    @property
    def status_text(self, /) -> str | None:
        """
        What the server says about it.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class PanelLogin:
    """
    A link that logs in to a control panel, once.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> PanelLogin: ...
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def url(self, /) -> str | None:
        """
        The link; who has it can log in, so treat it like a password.
        """

@final
class Prepay:
    """
    Money paid ahead for one module.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Prepay: ...
    @property
    def amount(self, /) -> Decimal | None:
        """
        Amount that it was made for, in US dollars.
        """
    @property
    def automatic_use(self, /) -> bool | None:
        """
        Whether invoices are paid from it without being asked.
        """
    @property
    def created(self, /) -> datetime | None:
        """
        When it was made, in the server's own time.
        """
    @property
    def date(self, /) -> datetime | None:
        """
        Date that it carries, in the server's own time.
        """
    @property
    def id(self, /) -> int:
        """
        Number of the prepay.
        """
    @property
    def module(self, /) -> Module | None:
        """
        Module that it can pay for.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def prepay_type(self, /) -> int | None:
        """
        Kind of prepay; -1 in every example.
        """
    @property
    def remaining(self, /) -> Decimal | None:
        """
        Amount that is left, in US dollars; 0 until it is filled.
        """
    @property
    def service(self, /) -> int | None:
        """
        Order number of the service that it is kept for; 0 for none.
        """
    @property
    def status(self, /) -> str | None:
        """
        State of the prepay; empty in every example.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class PrepayBalance:
    """
    The prepaid money that a module has left.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> PrepayBalance: ...
    @property
    def amount(self, /) -> Decimal | None:
        """
        Amount that is left, in US dollars.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class Purchase:
    """
    An order that was placed.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Purchase: ...
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of the first billing period.
        """
    @property
    def invoices(self, /) -> builtins.list[int]:
        """
        Numbers of the invoices that are to be paid.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    @property
    def status_text(self, /) -> str | None:
        """
        What the server says about it.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class Quickserver:
    """
    A ready-made server.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Quickserver: ...
    @property
    def comment(self, /) -> str | None:
        """
        A note on the service.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of a billing period.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        Host name.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ip(self, /) -> str | None:
        """
        Primary IPv4 address, once assigned.
        """
    @property
    def ipv6(self, /) -> str | None:
        """
        IPv6 address, once assigned.
        """
    @property
    def location(self, /) -> int | None:
        """
        Number of its location.
        """
    @property
    def mac(self, /) -> str | None:
        """
        MAC address of its network card.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def os(self, /) -> str | None:
        """
        Operating system that was installed.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def platform(self, /) -> str | None:
        """
        Virtualisation platform, such as `kvm`.
        """
    @property
    def root_password(self, /) -> str | None:
        """
        Root password that it was set up with.
        """
    @property
    def server(self, /) -> int | None:
        """
        Number of the machine that it is on.
        """
    @property
    def server_status(self, /) -> ServerStatus | None:
        """
        Whether it runs.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered.
        """
    @property
    def slices(self, /) -> int | None:
        """
        Size in slices.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def version(self, /) -> str | None:
        """
        Version of the operating system.
        """
    @property
    def vnc(self, /) -> str | None:
        """
        Address that may open the VNC console; `-1` for none.
        """
    @property
    def vnc_port(self, /) -> int | None:
        """
        Port of the VNC console; -1 for none.
        """
    @property
    def vzid(self, /) -> str | None:
        """
        Name of the system on its machine.
        """

@final
class QuickserversService:
    """
    Quickservers, ready-made servers: list, cancel, invoices.
    """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> Quickserver:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[Quickserver]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class RetryPolicy:
    """
    When reads are repeated, and how long to wait before.

    Args:
        attempts: How many times a call is sent at most, the first time included.
        pause: Seconds before the first repetition; they double each time.
        longest_pause: The longest pause, in seconds.
        budget: Repetitions for each call, over time: 0.2 is one in five. Ten are free.
    """
    def __new__(cls, /, *, attempts: SupportsIndex | None = None, pause: float | None = None, longest_pause: float | None = None, budget: SupportsFloat | SupportsIndex | None = None) -> RetryPolicy: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def never() -> RetryPolicy:
        """
        Never repeats anything.
        """

@final
class Sandbox:
    """
    A stand-in for the service, in this process and without a port.

    It keeps state and has consequences. Its time moves only when something waits or it is told to,
    so tests are instant; the same seed and the same calls give the same answers.

    Args:
        seed: Decides everything that is left to chance.

    Example:
        >>> from interserver.testing import Sandbox
        >>> sandbox = Sandbox(seed=1)
        >>> client = sandbox.client()
        >>> sandbox.fail("vps.list", "status", code=503)
        >>> len(client.vps.list()) > 0  # asked again
        True
        >>> sandbox.count("vps.list")
        2
    """
    def __new__(cls, /, seed: SupportsIndex = 1) -> Sandbox: ...
    def __repr__(self, /) -> str: ...
    def advance(self, /, seconds: float) -> None:
        """
        Moves the time, and lets happen what is due.
        """
    def async_client(self, /, username: str | None = None, password: str | None = None, *, session: str | None = None, endpoint: str | None = None, timeout: float | None = None, connect_timeout: float | None = None, read_timeout: float | None = None, retry: RetryPolicy | None = None, concurrency: SupportsIndex | None = None, limits: Limits | None = None, session_proven_for: float | None = None, allow_lossy_text: bool | None = None, proxy: str | None = None, certificate_authority: str | bytes | None = None, user_agent_suffix: str | None = None) -> AsyncClient:
        """
        A client of the sandbox's account, for asyncio. The arguments are those of `Client`.
        """
    def clear_faults(self, /) -> None:
        """
        Forgets the faults that are still to come.
        """
    def client(self, /, username: str | None = None, password: str | None = None, *, session: str | None = None, endpoint: str | None = None, timeout: float | None = None, connect_timeout: float | None = None, read_timeout: float | None = None, retry: RetryPolicy | None = None, concurrency: SupportsIndex | None = None, limits: Limits | None = None, session_proven_for: float | None = None, allow_lossy_text: bool | None = None, proxy: str | None = None, certificate_authority: str | bytes | None = None, user_agent_suffix: str | None = None) -> Client:
        """
        A client of the sandbox's account. The arguments are those of `Client`.
        """
    def count(self, /, operation: str = "*") -> int:
        """
        How many requests of an operation came in, by method path, wire name, or `*` for all.
        """
    def expire_sessions(self, /) -> None:
        """
        Ends all sessions.
        """
    def fail(self, /, operation: str, fault: str, *, count: SupportsIndex = 1, **details: object) -> None:
        """
        Makes the next requests of an operation fail.

        Args:
            operation: Method path such as `vps.restart`, wire name, or `*` for all.
            fault: `status` (with `code`, perhaps `retry_after`), `latency` (`milliseconds`),
                `connection_refused`, `reset_before_effect`, `reset_after_effect`, `cut`,
                `truncated`, `empty_body`, `html_500`, `soap_fault` (perhaps `code` and `text`),
                `expired_session`, `rows` (`rows`), `huge_body` and `gzip_bomb` (`bytes`), …
            count: How many requests.
            details: What the fault wants to know besides.

        Raises:
            ValueError: There is no such operation or fault, or a detail is missing.
        """
    def requests(self, /) -> builtins.list[dict[str, typing.Any]]:
        """
        What came in: operation, arguments with secrets masked, whether it was executed.
        """
    def reset(self, /) -> None:
        """
        Goes back to the first state.
        """
    def set_charset(self, /, charset: str) -> None:
        """
        Chooses the bytes that answers come in: `latin1`, `utf8` or `mislabelled`.
        """
    def set_dead_session_answer(self, /, answer: str) -> None:
        """
        Chooses what a dead session is answered, such as `nil` or `fault`.
        """
    def state(self, /) -> dict[str, typing.Any]:
        """
        The account as plain data.
        """

@final
class ServerStatus:
    """
    Whether a VPS runs.

    It equals its wire word: `status == "active"` works, too. A word that this
    version does not know is a value like any other.
    """
    DELETED: Final[ServerStatus]
    """
    It has been removed from its host.
    """
    INSTALLING: Final[ServerStatus]
    """
    It is being set up.
    """
    RESTARTING: Final[ServerStatus]
    """
    A restart is under way.
    """
    RUNNING: Final[ServerStatus]
    """
    It runs.
    """
    STOPPED: Final[ServerStatus]
    """
    It is shut down.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, value: str) -> ServerStatus:
        """
        The word of a text, without regard to case.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def known() -> builtins.list[ServerStatus]:
        """
        The words that this version knows.
        """
    @property
    def value(self, /) -> str:
        """
        The wire word.
        """

@final
class ServersService:
    """
    Dedicated servers: list, cancel, invoices.
    """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> DedicatedServer:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[DedicatedServer]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class ServiceStatus:
    """
    Where the order of a service stands in billing.

    It equals its wire word: `status == "active"` works, too. A word that this
    version does not know is a value like any other.
    """
    ACTIVE: Final[ServiceStatus]
    """
    It is paid for and in use.
    """
    CANCELED: Final[ServiceStatus]
    """
    It was canceled.
    """
    EXPIRED: Final[ServiceStatus]
    """
    Its time ran out without a renewal.
    """
    PENDING: Final[ServiceStatus]
    """
    It is ordered and waits to be paid or set up.
    """
    SUSPENDED: Final[ServiceStatus]
    """
    It is switched off, for an unpaid invoice or the like.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, value: str) -> ServiceStatus:
        """
        The word of a text, without regard to case.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def known() -> builtins.list[ServiceStatus]:
        """
        The words that this version knows.
        """
    @property
    def value(self, /) -> str:
        """
        The wire word.
        """

@final
class SslCertificate:
    """
    An SSL certificate, with the contact that it was issued to.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> SslCertificate: ...
    @property
    def address(self, /) -> str | None:
        """
        Street and number.
        """
    @property
    def approver_email(self, /) -> str | None:
        """
        E-mail address that approves the certificate.
        """
    @property
    def ca_inter(self, /) -> str | None:
        """
        Intermediate certificate of the issuer, as PEM text.
        """
    @property
    def ca_root(self, /) -> str | None:
        """
        Root certificate of the issuer, as PEM text.
        """
    @property
    def city(self, /) -> str | None:
        """
        City.
        """
    @property
    def company(self, /) -> str | None:
        """
        Company of the contact.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of a billing period.
        """
    @property
    def country(self, /) -> str | None:
        """
        Country as two letters, such as `US`.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def csr(self, /) -> str | None:
        """
        Signing request, as PEM text.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def department(self, /) -> str | None:
        """
        Department of the company.
        """
    @property
    def email(self, /) -> str | None:
        """
        E-mail address of the contact.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def firstname(self, /) -> str | None:
        """
        First name of the contact.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        Host name that it is for.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def lastname(self, /) -> str | None:
        """
        Last name of the contact.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        Order number at the issuer.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Telephone number of the contact.
        """
    @property
    def private_key(self, /) -> str | None:
        """
        Private key, as PEM text.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered.
        """
    @property
    def state(self, /) -> str | None:
        """
        State or province.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def x509(self, /) -> str | None:
        """
        The certificate, as PEM text.
        """
    @property
    def zip(self, /) -> str | None:
        """
        Postal code.
        """

@final
class SslService:
    """
    SSL certificates: list, cancel, invoices.
    """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def get(self, /, id: SupportsIndex) -> SslCertificate:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[SslCertificate]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class SupportService:
    """
    Support tickets: list, read, open, reply.
    """
    def open_ticket(self, /, ticket: TicketDraft) -> OpenedTicket:
        """
        Opens a ticket and gives its number.

        It is sent once. If the outcome is unknown, look at the first page of the list
        before trying again, or there may be two.

        Args:
            ticket: The ticket to open.
        """
    def reply(self, /, ticket: str, content: str) -> Accepted:
        """
        Writes a reply into a ticket.

        Fails with `Api` if there is no such ticket.

        Args:
            ticket: Number or reference of the ticket, such as `1287545` or `KVO-530-34143`.
            content: Text of the reply.
        """
    def ticket(self, /, ticket: str) -> TicketView:
        """
        Gets a ticket with its messages.

        Fails with `Api` if the help desk says no, and with `NotFound` if it answers
        without a ticket.

        Args:
            ticket: Number or reference of the ticket, such as `1287545` or `KVO-530-34143`.
        """
    def ticket_page(self, /, page: SupportsIndex = ..., limit: SupportsIndex = ..., status: str | None = None) -> TicketPage:
        """
        Lists tickets, one page at a time.

        `TicketPage::total_pages` says where to stop.

        Args:
            page: Page, from 1. Default: 1.
            limit: How many tickets a page holds. Default: 10.
            status: State that the tickets must have, such as `Open`; without it, any.
        """
    def tickets(self, /, status: str | None = None) -> Tickets:
        """
        Goes through the tickets, perhaps only those of a status such as `Open`.

        They are iterated, and nothing is fetched before it is asked for.
        """

@final
class Ticket:
    """
    A ticket with all that was written in it.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Ticket: ...
    @property
    def created(self, /) -> datetime | None:
        """
        When it was opened.
        """
    @property
    def email(self, /) -> str | None:
        """
        E-mail address of who opened it.
        """
    @property
    def full_name(self, /) -> str | None:
        """
        Name of who opened it.
        """
    @property
    def last_activity(self, /) -> datetime | None:
        """
        When something last happened to it.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def posts(self, /) -> builtins.list[TicketPost]:
        """
        What was written, in the server's order.
        """
    @property
    def priority(self, /) -> str | None:
        """
        Priority of the ticket, such as `Standard`.
        """
    @property
    def reference(self, /) -> str | None:
        """
        Reference for people, such as `KVO-530-34143`.
        """
    @property
    def status(self, /) -> str | None:
        """
        State of the ticket, such as `Open` or `On Hold`.
        """
    @property
    def subject(self, /) -> str | None:
        """
        Subject.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class TicketDraft:
    """
    A ticket to open.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[()], dict[str, typing.Any]]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, *, email: str, ip: str, subject: str, product: str = ..., body: str, box_auth_value: str = ...) -> TicketDraft: ...
    def __repr__(self, /) -> str: ...
    @property
    def body(self, /) -> str:
        """
        What the matter is.
        """
    @property
    def box_auth_value(self, /) -> str:
        """
        A value that the website fills in for itself; the documentation does not
        explain it, and empty is right.
        """
    @property
    def email(self, /) -> str:
        """
        E-mail address of who asks.
        """
    @property
    def ip(self, /) -> str:
        """
        IP address of who asks.
        """
    @property
    def product(self, /) -> str:
        """
        Service that it is about, such as `vps10000`; empty for none.
        """
    @property
    def subject(self, /) -> str:
        """
        Subject.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The arguments by name, secrets included.
        """

@final
class TicketPage:
    """
    One page of the list of tickets.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> TicketPage: ...
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    @property
    def status_text(self, /) -> str | None:
        """
        What the server says about it.
        """
    @property
    def tickets(self, /) -> builtins.list[TicketSummary]:
        """
        The tickets of this page.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def total_pages(self, /) -> int | None:
        """
        How many pages there are, rounded up: the server can say 4.5.
        """

@final
class TicketPost:
    """
    One message of a ticket.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> TicketPost: ...
    @property
    def contents(self, /) -> str | None:
        """
        Its text.
        """
    @property
    def date(self, /) -> datetime | None:
        """
        When it was written.
        """
    @property
    def email(self, /) -> str | None:
        """
        E-mail address of who wrote it.
        """
    @property
    def full_name(self, /) -> str | None:
        """
        Name of who wrote it.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class TicketSummary:
    """
    A ticket as lists show it.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> TicketSummary: ...
    @property
    def id(self, /) -> int:
        """
        Number of the ticket.
        """
    @property
    def last_activity(self, /) -> datetime | None:
        """
        When something last happened to it.
        """
    @property
    def last_replier(self, /) -> str | None:
        """
        Name of who wrote last.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def priority(self, /) -> str | None:
        """
        Priority of the ticket, such as `Standard`.
        """
    @property
    def reference(self, /) -> str | None:
        """
        Reference for people, such as `KVO-530-34143`.
        """
    @property
    def replies(self, /) -> int | None:
        """
        How many replies it has; the server can say -1.
        """
    @property
    def status(self, /) -> str | None:
        """
        State of the ticket, such as `Open` or `On Hold`.
        """
    @property
    def subject(self, /) -> str | None:
        """
        Subject.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class TicketView:
    """
    The answer to a look at one ticket.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> TicketView: ...
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    @property
    def status_text(self, /) -> str | None:
        """
        What the server says about it.
        """
    @property
    def ticket(self, /) -> Ticket | None:
        """
        The ticket.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class Tickets:
    """
    The tickets of an account, fetched a page at a time.
    """
    def __iter__(self, /) -> Tickets: ...
    def __next__(self, /) -> TicketSummary: ...

@final
class Upserted:
    """
    What `upsert_record` did.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def change(self, /) -> str:
        """
        `added`, `updated` or `unchanged`.
        """
    @property
    def id(self, /) -> int:
        """
        The number of the record.
        """

@final
class Vps:
    """
    A virtual private server.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Vps: ...
    @property
    def comment(self, /) -> str | None:
        """
        A note on the service.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of a billing period.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def disk_max(self, /) -> int | None:
        """
        Disk space in all, in the server's units.
        """
    @property
    def disk_used(self, /) -> int | None:
        """
        Disk space in use, in the server's units.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        Host name.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ip(self, /) -> str | None:
        """
        Primary IPv4 address, once assigned.
        """
    @property
    def ipv6(self, /) -> str | None:
        """
        IPv6 address, once assigned.
        """
    @property
    def location(self, /) -> int | None:
        """
        Number of its location (`VpsLocation::id`).
        """
    @property
    def mac(self, /) -> str | None:
        """
        MAC address of its network card.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def os(self, /) -> str | None:
        """
        Operating system that was installed.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def platform(self, /) -> str | None:
        """
        Virtualisation platform (`VpsPlatform::platform`).
        """
    @property
    def root_password(self, /) -> str | None:
        """
        Root password that it was set up with.
        """
    @property
    def server(self, /) -> int | None:
        """
        Number of the host that it runs on.
        """
    @property
    def server_status(self, /) -> ServerStatus | None:
        """
        Whether it runs; a queued restart shows here after a while.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the slice type that was ordered.
        """
    @property
    def slices(self, /) -> int | None:
        """
        Size in slices, 1 to 16; resources and price grow with it.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def version(self, /) -> str | None:
        """
        Version of the operating system.
        """
    @property
    def vnc(self, /) -> str | None:
        """
        Address that may open the VNC console.
        """
    @property
    def vnc_port(self, /) -> int | None:
        """
        Port of the VNC console.
        """
    @property
    def vzid(self, /) -> str | None:
        """
        Name of the VPS on its host.
        """

@final
class VpsAdminOrder:
    """
    An order for a VPS on a chosen host; for administrators.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[()], dict[str, typing.Any]]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, *, template_file: str, slices: SupportsIndex = ..., platform: str = ..., control_panel: ControlPanel | str = ..., period: SupportsIndex = ..., location: SupportsIndex = ..., version: SupportsIndex, hostname: str, coupon: str | None = None, root_password: str, server: SupportsIndex = ...) -> VpsAdminOrder: ...
    def __repr__(self, /) -> str: ...
    @property
    def control_panel(self, /) -> ControlPanel:
        """
        Control panel to install; CentOS templates only.
        """
    @property
    def coupon(self, /) -> str | None:
        """
        Coupon code, if there is one.
        """
    @property
    def hostname(self, /) -> str:
        """
        Host name that the VPS gets.
        """
    @property
    def location(self, /) -> int:
        """
        Number of the location (`VpsLocation::id`).
        """
    @property
    def period(self, /) -> int:
        """
        Billing period, 1 to 36 months.
        """
    @property
    def platform(self, /) -> str:
        """
        Virtualisation platform (`VpsPlatform::platform`).
        """
    @property
    def root_password(self, /) -> str:
        """
        Root password to set; empty for Windows.
        """
    @property
    def server(self, /) -> int:
        """
        Number of the host to put it on; 0 lets the server choose.
        """
    @property
    def slices(self, /) -> int:
        """
        Size in slices, 1 to 16.
        """
    @property
    def template_file(self, /) -> str:
        """
        File of the template (`VpsTemplate::file`).
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The arguments by name, secrets included.
        """
    @property
    def version(self, /) -> int:
        """
        Version as a number: this function declares it so, unlike `VpsOrder`.
        """

@final
class VpsBackup:
    """
    A stored backup of a VPS.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> VpsBackup: ...
    @property
    def id(self, /) -> int:
        """
        Order number of the VPS that it is of.
        """
    @property
    def name(self, /) -> str | None:
        """
        Name of the backup.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def size(self, /) -> int | None:
        """
        Size in bytes.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def url(self, /) -> str | None:
        """
        Where to download it, if it can be.
        """

@final
class VpsLocation:
    """
    A place where a VPS can run.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> VpsLocation: ...
    @property
    def id(self, /) -> int:
        """
        Number of the location, for orders.
        """
    @property
    def name(self, /) -> str | None:
        """
        Name for people.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class VpsOrder:
    """
    An order for a VPS.

    `VpsOrder::for_template` fills in the two fields that a template decides.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[()], dict[str, typing.Any]]: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, *, template_file: str, slices: SupportsIndex = ..., platform: str = ..., control_panel: ControlPanel | str = ..., period: SupportsIndex = ..., location: SupportsIndex = ..., template_os: str, hostname: str, coupon: str | None = None, root_password: str) -> VpsOrder: ...
    def __repr__(self, /) -> str: ...
    @property
    def control_panel(self, /) -> ControlPanel:
        """
        Control panel to install; CentOS templates only.
        """
    @property
    def coupon(self, /) -> str | None:
        """
        Coupon code, if there is one.
        """
    @classmethod
    def for_template(cls, /, template: VpsTemplate, **arguments: typing.Any) -> typing_extensions.Self:
        """
        An order with what the template decides filled in.

        Args:
            template: The template.
            arguments: The other arguments of an order, `hostname` and `root_password` among them.
        """
    @property
    def hostname(self, /) -> str:
        """
        Host name that the VPS gets.
        """
    @property
    def location(self, /) -> int:
        """
        Number of the location (`VpsLocation::id`).
        """
    @property
    def period(self, /) -> int:
        """
        Billing period, 1 to 36 months; longer ones can be cheaper.
        """
    @property
    def platform(self, /) -> str:
        """
        Virtualisation platform (`VpsPlatform::platform`).
        """
    @property
    def root_password(self, /) -> str:
        """
        Root password to set; empty for Windows.
        """
    @property
    def slices(self, /) -> int:
        """
        Size in slices, 1 to 16.
        """
    @property
    def template_file(self, /) -> str:
        """
        File of the template (`VpsTemplate::file`).
        """
    @property
    def template_os(self, /) -> str:
        """
        Operating system of the template (`VpsTemplate::os`).
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The arguments by name, secrets included.
        """

@final
class VpsPlatform:
    """
    A virtualisation platform that can be ordered.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> VpsPlatform: ...
    @property
    def name(self, /) -> str | None:
        """
        Name for people.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def platform(self, /) -> str | None:
        """
        Word for orders, such as `kvm`.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class VpsQuote:
    """
    What an order would cost, and what is wrong with it.

    Prices are there only if nothing is wrong.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> VpsQuote: ...
    @property
    def control_panel(self, /) -> ControlPanel | None:
        """
        The order's control panel, as the server understood it.
        """
    @property
    def coupon(self, /) -> str | None:
        """
        The order's coupon code, as the server understood it.
        """
    @property
    def coupon_id(self, /) -> int | None:
        """
        Number of the coupon; 0 for none, -1 for one that applies to everyone.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        The order's host name, as the server understood it.
        """
    @property
    def location(self, /) -> int | None:
        """
        The order's location, as the server understood it.
        """
    @property
    def monthly_service_cost(self, /) -> Decimal | None:
        """
        Price of a month.
        """
    @property
    def original_cost(self, /) -> Decimal | None:
        """
        Price of the first billing period before discounts.
        """
    @property
    def original_slice_cost(self, /) -> Decimal | None:
        """
        Price of one slice before discounts.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def period(self, /) -> int | None:
        """
        The order's billing period in months, as the server understood it.
        """
    @property
    def platform(self, /) -> str | None:
        """
        The order's platform, as the server understood it.
        """
    @property
    def problems(self, /) -> builtins.list[str]:
        """
        What is wrong with the order; empty if it can be placed.
        """
    @property
    def repeat_service_cost(self, /) -> Decimal | None:
        """
        Price of each later billing period.
        """
    @property
    def repeat_slice_cost(self, /) -> Decimal | None:
        """
        Price of one slice in later periods.
        """
    @property
    def root_password(self, /) -> str | None:
        """
        The order's root password, as the server understood it.
        """
    @property
    def service_cost(self, /) -> Decimal | None:
        """
        Price of the first billing period.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the slice type that the order comes to.
        """
    @property
    def slice_cost(self, /) -> Decimal | None:
        """
        Price of one slice now.
        """
    @property
    def slices(self, /) -> int | None:
        """
        The order's slices, as the server understood them.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`, or another word if something is wrong.
        """
    @property
    def template_file(self, /) -> str | None:
        """
        The order's template file, as the server understood it.
        """
    @property
    def template_os(self, /) -> str | None:
        """
        The order's operating system, as the server understood it.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class VpsScreenshot:
    """
    An image of a VPS's screen.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> VpsScreenshot: ...
    @property
    def js(self, /) -> str | None:
        """
        JavaScript that shows the image.
        """
    @property
    def link(self, /) -> str | None:
        """
        An HTML link to the image.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def status(self, /) -> str | None:
        """
        `ok`.
        """
    @property
    def status_text(self, /) -> str | None:
        """
        What the server says about it.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def url(self, /) -> str | None:
        """
        Address of the image.
        """

@final
class VpsService:
    """
    Virtual private servers: list, start and stop, back up, order.
    """
    def backup(self, /, id: SupportsIndex, name: str) -> Accepted:
        """
        Queues a backup and returns once the request is accepted.

        Args:
            id: Order number of the VPS.
            name: Name that the backup gets.
        """
    def backups(self, /) -> builtins.list[VpsBackup]:
        """
        Lists the stored backups of all VPSs.
        """
    def buy(self, /, order: VpsOrder) -> Purchase:
        """
        Places an order and gives the invoices that are to be paid.

        It is sent once and never again. If the outcome is unknown, `find_order` looks
        whether the order arrived.

        Args:
            order: The order to place.
        """
    def buy_on_host(self, /, order: VpsAdminOrder) -> Purchase:
        """
        Places an order on a chosen host; for administrators.

        Args:
            order: The order to place.
        """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def delete_backup(self, /, id: SupportsIndex, name: str) -> Accepted:
        """
        Deletes a backup for good.

        Args:
            id: Order number of the VPS.
            name: Name of the backup.
        """
    def find_order(self, /, order: VpsOrder, since: int | datetime) -> FoundOrder | None:
        """
        Looks whether an order arrived whose outcome is unknown: a VPS of the ordered host name
        that came after `since`, with its invoices. None means that the server has no such VPS.

        Args:
            order: The order.
            since: What `order_mark` gave before, or a time by the server's own clock.
        """
    def get(self, /, id: SupportsIndex) -> Vps:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def host_name(self, /, id: SupportsIndex) -> str:
        """
        Gets the name of a host by its number (`Vps::server`).

        Fails with `NotFound` if there is no such host.

        Args:
            id: Number of the host.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[Vps]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def locations(self, /) -> builtins.list[VpsLocation]:
        """
        Lists the places where a VPS can run.
        """
    def order_mark(self, /) -> int:
        """
        Marks the moment before an order, for `find_order`: the highest order number so far.
        """
    def platforms(self, /) -> builtins.list[VpsPlatform]:
        """
        Lists the virtualisation platforms.
        """
    def restart(self, /, id: SupportsIndex) -> Accepted:
        """
        Queues a restart and returns once the request is accepted.

        The VPS shows its old state until the host takes the request up; `wait_for`
        waits for the change.

        Args:
            id: Order number of the VPS.
        """
    def screenshot(self, /, id: SupportsIndex) -> VpsScreenshot:
        """
        Gets an image of a VPS's screen; KVM only.

        Args:
            id: Order number of the VPS.
        """
    def slice_types(self, /) -> builtins.list[VpsSliceType]:
        """
        Lists what kinds of VPS there are, with their prices.
        """
    def start(self, /, id: SupportsIndex) -> Accepted:
        """
        Queues a start and returns once the request is accepted.

        Args:
            id: Order number of the VPS.
        """
    def stop(self, /, id: SupportsIndex) -> Accepted:
        """
        Queues a stop and returns once the request is accepted.

        Args:
            id: Order number of the VPS.
        """
    def templates(self, /) -> builtins.list[VpsTemplate]:
        """
        Lists the images that a VPS can be installed from.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """
    def validate(self, /, order: VpsOrder) -> VpsQuote:
        """
        Checks an order without placing it: prices, or what is wrong with it.

        Problems are part of the answer, not an error.

        Args:
            order: The order to check.
        """
    def wait_for(self, /, id: SupportsIndex, state: ServerStatus | str, *, deadline: float = ..., pause: float = ..., longest_pause: float = ..., settle: float = ...) -> Vps:
        """
        Waits until a VPS is in a state, looking again after growing pauses.

        Args:
            id: Order number of the VPS.
            state: The state to wait for.
            deadline: Seconds to wait in all. Default 600.
            pause: Seconds before the second look; each pause is half as long again. Default 1.
            longest_pause: The longest pause, in seconds. Default 15.
            settle: Seconds after which a state counts that the first look found already: a queued
                request shows the old state for a while. Default 60.

        Raises:
            TimeoutError: The deadline passed first.
        """

@final
class VpsSliceType:
    """
    A size and platform that a VPS can have, with its price.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> VpsSliceType: ...
    @property
    def buyable(self, /) -> bool | None:
        """
        Whether it can be ordered.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        Monthly price of one slice, in US dollars.
        """
    @property
    def name(self, /) -> str | None:
        """
        Name for people.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def slice_type(self, /) -> int | None:
        """
        Number of the type, as in `Vps::service_type`.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """

@final
class VpsTemplate:
    """
    An image that a VPS is installed from.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> VpsTemplate: ...
    @property
    def bits(self, /) -> int | None:
        """
        Word size, 32 or 64.
        """
    @property
    def file(self, /) -> str | None:
        """
        File of the image; what an order calls `template_file`.
        """
    @property
    def os(self, /) -> str | None:
        """
        Operating system; what an order calls `template_os`.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def slice_type(self, /) -> int | None:
        """
        Number of the slice type that it goes with.
        """
    @property
    def title(self, /) -> str | None:
        """
        Name for people; trailing blanks are the server's.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def version(self, /) -> str | None:
        """
        Version of the operating system.
        """
    @property
    def virtualization(self, /) -> str | None:
        """
        Virtualisation for people, such as `KVM Linux`.
        """

@final
class WebhostingService:
    """
    Websites on shared hosts: list, cancel, log in to the control panel.
    """
    def cancel(self, /, id: SupportsIndex) -> None:
        """
        Cancels a service and the addons that belong to it.

        This ends the service; there is no operation that takes it back. Fails with
        `Refused` if the server answers no.

        Args:
            id: Order number of the service.
        """
    def cpanel_login(self, /, id: SupportsIndex) -> PanelLogin:
        """
        Makes a link that logs in to cPanel, once.

        Fails with `Api` if the site has no cPanel or the server refuses.

        Args:
            id: Order number of the website.
        """
    def directadmin_login(self, /, id: SupportsIndex) -> PanelLogin:
        """
        Makes a link that logs in to DirectAdmin, once.

        Fails with `Api` if the site has no DirectAdmin or the server refuses.

        Args:
            id: Order number of the website.
        """
    def get(self, /, id: SupportsIndex) -> Website:
        """
        Gets one service by its order number.

        Fails with `NotFound` if the account has no such service of this module.

        Args:
            id: Order number of the service.
        """
    def invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists every invoice of this module, paid or not, and the payments on them.
        """
    def list(self, /) -> builtins.list[Website]:
        """
        Lists the account's services of this module, canceled ones included.

        An account without any gives an empty list; a dead session never does: an
        empty answer is believed only once the session is known to live.
        """
    def unpaid_invoices(self, /) -> builtins.list[Invoice]:
        """
        Lists the invoices of this module that are still to be paid.
        """

@final
class Website:
    """
    A website on a shared host.
    """
    def __copy__(self, /) -> typing_extensions.Self: ...
    def __deepcopy__(self, /, _memo: Any) -> typing_extensions.Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[typing.Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Website: ...
    @property
    def comment(self, /) -> str | None:
        """
        A note on the service.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        Price of a billing period.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Number of the coupon that it was bought with; 0 for none.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of its price, such as `USD`.
        """
    @property
    def custid(self, /) -> int | None:
        """
        Number of the customer who owns it.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        The module's own data about it.
        """
    @property
    def hostname(self, /) -> str | None:
        """
        Domain name of the site.
        """
    @property
    def id(self, /) -> int:
        """
        Order number of the service.
        """
    @property
    def invoice(self, /) -> int | None:
        """
        Number of its first or latest invoice.
        """
    @property
    def ip(self, /) -> str | None:
        """
        Address that it is served from.
        """
    @property
    def order_date(self, /) -> datetime | None:
        """
        When it was ordered, in the server's own time.
        """
    @property
    def other(self, /) -> dict[str, Any]:
        """
        What the answer held besides, by wire name.
        """
    @property
    def server(self, /) -> int | None:
        """
        Number of the host that it is on.
        """
    @property
    def server_status(self, /) -> str | None:
        """
        State on the host, such as `running`; the words are not documented.
        """
    @property
    def service_type(self, /) -> int | None:
        """
        Number of the package that was ordered.
        """
    @property
    def status(self, /) -> ServiceStatus | None:
        """
        Where the order stands in billing.
        """
    def to_dict(self, /) -> dict[str, typing.Any]:
        """
        The fields by name, secrets included.
        """
    @property
    def username(self, /) -> str | None:
        """
        User name on the host and in its control panel.
        """

def _error_kinds() -> list[tuple[str, str, str, str]]:
    """
    The kinds as `(word, class name, documentation, advice)`: what `_errors.py` is made from.

    `Cancelled` is not among them: in Python, a cancelled call ends as Python's cancellation does.
    """
