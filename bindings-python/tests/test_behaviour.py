"""The behaviour that every language has alike: `tests/behaviour/scenarios.json`."""

from __future__ import annotations

import asyncio
import datetime
import json
import os
import signal
import threading
from decimal import Decimal
from typing import Any

import interserver
import pytest
from conftest import ROOT, control
from interserver import DnsRecordDraft, Module, ServerStatus, ServiceStatus, TicketDraft, VpsOrder
from interserver.testing import Sandbox

MODULES = [
    "domains", "vps", "backups", "licenses", "ssl",
    "webhosting", "quickservers", "mail", "floating_ips", "servers",
]  # fmt: skip


def order(client: Any, **changes: Any) -> VpsOrder:
    template = client.vps.templates()[0]
    arguments = {"hostname": "web9.example.com", "root_password": "aB3$efgh", **changes}
    return VpsOrder.for_template(template, **arguments)


def ticket(**changes: Any) -> TicketDraft:
    arguments: dict[str, Any] = {
        "email": "demo@example.com",
        "ip": "203.0.113.9",
        "subject": "A question",
        "body": "How do I add a disk?",
        **changes,
    }
    return TicketDraft(**arguments)


def test_every_scenario_has_a_test() -> None:
    scenarios = json.loads((ROOT / "tests/behaviour/scenarios.json").read_text())
    missing = [s["name"] for s in scenarios if f"test_{s['name']}" not in globals()]
    assert scenarios
    assert missing == []


def test_one_login_serves_64_concurrent_callers(kind: Any, client: Any, sandbox: Sandbox) -> None:
    results = kind.together(client, lambda c: c.vps.list(), 64)
    assert all(isinstance(result, list) and result for result in results)
    assert sandbox.count("api_login") == 1


def test_a_wrong_password_fails_every_waiting_caller_after_one_login(
    kind: Any, sandbox_url: str
) -> None:
    # Over a socket, since an answer at once would leave nobody waiting.
    control(sandbox_url, "reset", {})
    control(
        sandbox_url,
        "fail",
        {"operation": "api_login", "fault": "latency", "milliseconds": 1500},
    )
    client = kind.network_client("demo@example.com", "wrong", endpoint=sandbox_url)
    results = kind.together(client, lambda c: c.vps.list(), 8)
    assert {type(result) for result in results} == {interserver.AuthenticationError}
    assert {result.outcome for result in results} == {"not_done"}
    assert control(sandbox_url, "requests")["counts"] == {"api_login": 1}


@pytest.mark.parametrize("module", MODULES)
def test_every_module_lists_its_services(client: Any, module: str) -> None:
    services = getattr(client, module).list()
    assert services
    assert all(service.id > 0 for service in services)
    assert {word.value for word in Module.known()} == set(MODULES)


def test_a_service_is_found_by_its_number(client: Any) -> None:
    listed = client.vps.list()[0]
    found = client.vps.get(listed.id)
    assert (found.id, found.hostname) == (listed.id, listed.hostname)


def test_a_missing_service_is_not_found(client: Any) -> None:
    with pytest.raises(interserver.NotFoundError) as caught:
        client.vps.get(999_999)
    assert caught.value.kind == "not_found"
    assert caught.value.operation == "api_vps_get_service"
    assert not caught.value.retryable
    assert isinstance(caught.value, LookupError)


def test_money_dates_and_statuses_keep_their_types(client: Any) -> None:
    invoice = client.vps.invoices()[0]
    assert type(invoice.amount) is Decimal
    assert type(invoice.date) is datetime.datetime
    assert invoice.date.tzinfo is None
    vps = client.vps.list()[0]
    assert vps.status in ServiceStatus.known()
    assert vps.status == ServiceStatus.ACTIVE == "active"


def test_a_problem_with_an_order_is_data(client: Any) -> None:
    quote = client.vps.validate(order(client, root_password="weak"))
    assert quote.problems
    assert quote.service_cost is None


def test_a_good_order_is_bought_and_paid(client: Any) -> None:
    quote = client.vps.validate(order(client))
    assert quote.problems == []
    assert quote.service_cost > 0
    bought = client.vps.buy(order(client))
    assert client.billing.pay(Module.VPS, bought.invoices[0]).status == "ok"
    unpaid = [invoice.id for invoice in client.vps.unpaid_invoices()]
    assert bought.invoices[0] not in unpaid


def test_a_payment_without_funds_is_an_api_error(client: Any) -> None:
    # Dearer than what the account has paid ahead.
    dear = client.vps.buy(order(client, slices=16, period=36))
    with pytest.raises(interserver.ApiError) as caught:
        client.billing.pay("vps", dear.invoices[0])
    assert caught.value.kind == "api"
    assert caught.value.outcome == "not_done"
    assert caught.value.status_text


def test_bad_arguments_are_refused_before_anything_is_sent(client: Any, sandbox: Sandbox) -> None:
    with pytest.raises(interserver.InvalidArgumentError, match="slices") as caught:
        client.vps.validate(order(client, slices=17))
    assert isinstance(caught.value, ValueError)
    assert caught.value.outcome == "not_done"
    assert sandbox.count("vps.validate") == 0


def test_text_that_the_server_would_destroy_is_refused(client: Any, sandbox: Sandbox) -> None:
    with pytest.raises(interserver.InvalidArgumentError, match=r"body.*€"):
        client.support.open_ticket(ticket(body="It costs 5 €"))
    assert sandbox.count("*") == 0


def test_a_soap_fault_is_typed(client: Any, sandbox: Sandbox) -> None:
    sandbox.fail("vps.list", "soap_fault", code="Client", text="No such luck")
    with pytest.raises(interserver.FaultError, match="No such luck") as caught:
        client.vps.list()
    assert caught.value.kind == "fault"
    assert caught.value.fault_code == "Client"


def test_a_busy_server_is_asked_again_by_a_read(client: Any, sandbox: Sandbox) -> None:
    sandbox.fail("vps.list", "status", code=503)
    assert client.vps.list()
    assert sandbox.count("vps.list") == 2


def test_a_busy_server_says_when_to_come_back(client: Any, sandbox: Sandbox) -> None:
    sandbox.fail("vps.list", "status", code=429, retry_after=600)
    with pytest.raises(interserver.HttpError) as caught:
        client.vps.list()
    assert caught.value.kind == "http"
    assert caught.value.http_status == 429
    assert caught.value.retry_after == 600.0
    assert caught.value.retryable


def test_a_purchase_is_never_sent_twice(client: Any, sandbox: Sandbox) -> None:
    sandbox.fail("vps.buy", "status", code=503)
    with pytest.raises(interserver.HttpError) as caught:
        client.vps.buy(order(client))
    assert caught.value.outcome == "unknown"
    assert not caught.value.retryable
    assert caught.value.attempts == 1
    assert sandbox.count("vps.buy") == 1


def test_an_order_is_found_after_a_broken_line(client: Any, sandbox: Sandbox) -> None:
    wanted, mark = order(client), client.vps.order_mark()
    sandbox.fail("vps.buy", "reset_after_effect")
    with pytest.raises(interserver.ConnectError) as caught:
        client.vps.buy(wanted)
    assert caught.value.outcome == "unknown"
    found = client.vps.find_order(wanted, mark)
    assert found.vps.hostname == "web9.example.com"
    assert found.vps.id > mark
    assert found.invoices
    since = found.vps.order_date - datetime.timedelta(days=1)
    assert client.vps.find_order(wanted, since) == found


def test_an_order_that_never_arrived_is_not_found(client: Any, sandbox: Sandbox) -> None:
    wanted, mark = order(client), client.vps.order_mark()
    sandbox.fail("vps.buy", "reset_before_effect")
    with pytest.raises(interserver.ConnectError) as caught:
        client.vps.buy(wanted)
    assert caught.value.outcome == "unknown"
    assert client.vps.find_order(wanted, mark) is None


def test_an_expired_session_is_renewed_once(kind: Any, client: Any, sandbox: Sandbox) -> None:
    assert client.vps.list()
    sandbox.expire_sessions()
    sandbox.advance(61)
    results = kind.together(client, lambda c: c.vps.list(), 8)
    assert all(isinstance(result, list) and result for result in results)
    assert sandbox.count("api_login") == 2


def test_a_dead_session_never_looks_like_an_empty_account(kind: Any, sandbox: Sandbox) -> None:
    client = kind.client(sandbox, session="0123456789abcdef")
    with pytest.raises(interserver.AuthenticationError) as caught:
        client.vps.list()
    assert caught.value.kind == "authentication"
    assert "0123456789abcdef" not in str(caught.value)


def test_a_slow_server_ends_as_a_timeout(kind: Any, sandbox: Sandbox) -> None:
    client = kind.client(sandbox, timeout=5)
    client.authenticate()
    sandbox.fail("vps.list", "latency", milliseconds=20_000, count=9)
    with pytest.raises(interserver.TimeoutError) as caught:
        client.vps.list()
    assert isinstance(caught.value, TimeoutError)
    assert caught.value.outcome == "not_done"
    assert caught.value.retryable
    assert caught.value.attempts >= 1


def test_an_unreachable_server_is_a_connection_error(kind: Any, client: Any) -> None:
    wanted = order(client)
    # Port 9 of this machine: nobody listens there.
    unreachable = kind.network_client("demo@example.com", "secret", endpoint="http://127.0.0.1:9/")
    with pytest.raises(interserver.ConnectError) as caught:
        unreachable.vps.buy(wanted)
    assert isinstance(caught.value, ConnectionError)
    assert caught.value.kind == "connect"
    assert caught.value.outcome == "not_done"
    assert caught.value.__cause__ is not None


def test_a_cut_answer_of_a_purchase_has_an_unknown_outcome(client: Any, sandbox: Sandbox) -> None:
    sandbox.fail("vps.buy", "truncated")
    with pytest.raises(interserver.DecodeError) as caught:
        client.vps.buy(order(client))
    assert caught.value.kind == "decode"
    assert caught.value.outcome == "unknown"


def test_an_answer_past_the_limits_is_too_large(kind: Any, sandbox: Sandbox) -> None:
    client = kind.client(sandbox, limits=interserver.Limits(body=1500))
    with pytest.raises(interserver.TooLargeError, match=r"limits\.body") as caught:
        client.vps.list()
    assert caught.value.kind == "too_large"
    assert caught.value.limit
    assert "limits.body" in caught.value.limit


def test_a_cancelled_call_leaves_the_client_usable(
    sandbox_url: str, request: pytest.FixtureRequest
) -> None:
    # A process that was started in the background ignores Ctrl-C unless it is told otherwise.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    # Python's own ways: Ctrl-C for one client, a task's end for the other.
    arguments = ("demo@example.com", "secret")
    with interserver.Client(*arguments, endpoint=sandbox_url) as client:
        assert client.vps.list()
        hanging = interserver.Client(*arguments, endpoint=silent_server())
        interrupt = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))
        interrupt.start()
        with pytest.raises(KeyboardInterrupt):
            hanging.vps.list()
        interrupt.join()
        assert client.vps.list()

    async def cancel() -> None:
        async with interserver.AsyncClient(*arguments, endpoint=silent_server()) as client:
            task = asyncio.create_task(client.vps.list())
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        async with Sandbox().async_client() as usable:
            task = asyncio.create_task(usable.vps.list())
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await usable.vps.list()

    asyncio.run(cancel())


def silent_server() -> str:
    """The address of a server that takes a connection and never says a word."""
    import socket

    listener = socket.create_server(("127.0.0.1", 0))
    SILENT.append(listener)
    return f"http://127.0.0.1:{listener.getsockname()[1]}/api.php"


SILENT: list[Any] = []


@pytest.fixture(autouse=True)
def _close_silent_servers() -> Any:
    yield
    while SILENT:
        SILENT.pop().close()


def test_secrets_are_masked_in_text_and_there_on_access(client: Any, sandbox: Sandbox) -> None:
    vps = next(vps for vps in client.vps.list() if vps.root_password)
    assert vps.root_password not in repr(vps) + str(vps)
    assert vps.to_dict()["root_password"] == vps.root_password
    wanted = order(client)
    assert "aB3$efgh" not in repr(wanted)
    assert wanted.root_password == "aB3$efgh"
    assert client.session not in repr(client)
    sandbox.fail("vps.buy", "status", code=500)
    with pytest.raises(interserver.HttpError) as caught:
        client.vps.buy(wanted)
    shown = repr(caught.value) + str(caught.value)
    assert not any(secret in shown for secret in ("aB3$efgh", client.session, "secret"))


def test_unknown_words_and_fields_are_kept(client: Any) -> None:
    vps = client.vps.list()[0]
    raw = client.call("api_vps_get_service", id=vps.id)
    assert raw["vps_id"] == vps.id
    assert isinstance(vps.other, dict)
    odd = ServerStatus("on-fire")
    assert odd == "on-fire"
    assert odd not in ServerStatus.known()


def test_tickets_come_lazily(kind: Any, client: Any, sandbox: Sandbox) -> None:
    for _ in range(60):
        client.support.open_ticket(ticket())
    tickets = client.support.tickets()
    assert sandbox.count("support.ticket_page") == 0
    first = kind.take(tickets, 1)
    assert sandbox.count("support.ticket_page") == 1
    ids = [summary.id for summary in first + kind.take(tickets)]
    assert len(ids) == len(set(ids)) > 60
    assert sandbox.count("support.ticket_page") > 1


def test_an_inventory_names_what_failed(client: Any, sandbox: Sandbox) -> None:
    sandbox.fail("mail.list", "soap_fault", count=9)
    inventory = client.inventory()
    assert {item.module.value for item in inventory.items} == set(MODULES) - {"mail"}
    [failure] = inventory.failures
    assert failure.module == Module.MAIL
    assert isinstance(failure.error, interserver.FaultError)


def test_waiting_sees_a_restart_through(client: Any, sandbox: Sandbox) -> None:
    vps = next(vps for vps in client.vps.list() if vps.server_status == "running")
    client.vps.restart(vps.id)
    looks = sandbox.count("vps.get")
    after = client.vps.wait_for(vps.id, ServerStatus.RUNNING, settle=600)
    assert after.server_status == ServerStatus.RUNNING
    assert sandbox.count("vps.get") > looks + 1


def test_waiting_ends_at_its_deadline(client: Any) -> None:
    vps = client.vps.list()[0]
    with pytest.raises(interserver.TimeoutError) as caught:
        client.vps.wait_for(vps.id, "deleted", deadline=30)
    assert caught.value.kind == "timeout"


def zone(client: Any) -> Any:
    client.dns.add_zone("fresh.example.com", "203.0.113.9")
    return client.dns.find_zone("fresh.example.com", 1, 2000)


def test_a_dns_record_is_updated_or_added(client: Any) -> None:
    number = zone(client).id
    draft = DnsRecordDraft(name="shop.fresh.example.com", content="203.0.113.10")
    added = client.dns.upsert_record(number, draft)
    assert added.change == "added"
    changed = DnsRecordDraft(name="shop.fresh.example.com", content="203.0.113.11")
    assert client.dns.upsert_record(number, changed).change == "updated"
    unchanged = client.dns.upsert_record(number, changed)
    assert (unchanged.change, unchanged.id) == ("unchanged", added.id)
    [record] = [r for r in client.dns.records(number) if r.id == added.id]
    assert record.content == "203.0.113.11"


def test_a_zone_lives_from_add_to_delete(client: Any) -> None:
    number = zone(client).id
    record = client.dns.add_record(
        number, DnsRecordDraft(name="a.fresh.example.com", content="203.0.113.10")
    )
    assert record in [r.id for r in client.dns.records(number)]
    client.dns.delete_zone(number)
    with pytest.raises(interserver.NotFoundError):
        client.dns.zone(number)


def test_a_ticket_is_opened_and_answered(client: Any) -> None:
    opened = client.support.open_ticket(ticket())
    view = client.support.ticket(str(opened.id))
    assert view.ticket.subject == "A question"
    assert client.support.reply(str(opened.id), "Never mind.").status


def test_a_cancelled_service_stays_canceled(client: Any) -> None:
    vps = client.vps.list()[0]
    assert client.vps.cancel(vps.id) is None
    assert client.vps.get(vps.id).status == ServiceStatus.CANCELED


def test_the_raw_door_calls_by_wire_name(client: Any) -> None:
    number = client.vps.list()[0].id
    assert client.call("api_vps_get_service", id=number)["vps_id"] == number
    with pytest.raises(interserver.InvalidArgumentError, match="it takes id"):
        client.call("api_vps_get_service", id=number, colour="red")


def test_a_wrong_setting_is_a_configuration_error(kind: Any) -> None:
    with pytest.raises(interserver.ConfigurationError) as caught:
        kind.network_client("demo@example.com", "secret", endpoint="http://example.com/api.php")
    assert caught.value.kind == "configuration"
    assert isinstance(caught.value, ValueError)
