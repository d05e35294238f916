"""Records, orders, words and errors as Python objects."""

from __future__ import annotations

import copy
import datetime
import json
import logging
import pickle
from decimal import Decimal
from typing import Any

import interserver
import pytest
from interserver import DnsRecordDraft, DnsType, Module, ServerStatus, VpsOrder
from interserver.testing import Sandbox


@pytest.fixture
def client(sandbox: Sandbox) -> interserver.Client:
    return sandbox.client()


def draft(**changes: Any) -> DnsRecordDraft:
    arguments: dict[str, Any] = {"name": "a.example.com", "content": "203.0.113.9", **changes}
    return DnsRecordDraft(**arguments)


def test_records_compare_hash_copy_and_pickle(client: interserver.Client) -> None:
    records: list[Any] = [client.vps.list()[0], client.vps.invoices()[0]]
    for record in [*records, client.support.ticket_page()]:
        again = pickle.loads(pickle.dumps(record))
        assert again == record
        assert again is not record
        assert hash(again) == hash(record)
        assert repr(again) == repr(record)
        assert again.to_dict() == record.to_dict()
        assert copy.copy(record) is record
        assert copy.deepcopy([record]) == [record]
    first, second = client.vps.list()[:2]
    assert first != second
    assert first != "something else"
    assert len({first, second, client.vps.list()[0]}) == 2


def test_records_cannot_be_changed(client: interserver.Client) -> None:
    vps = client.vps.list()[0]
    with pytest.raises(AttributeError):
        vps.hostname = "other"  # type: ignore[misc]
    vps.other["x"] = 1
    assert vps.other == {}


def test_records_match(client: interserver.Client) -> None:
    match client.vps.list()[0]:
        case interserver.Vps(server_status=ServerStatus.STOPPED):
            raise AssertionError
        case interserver.Vps(server_status=ServerStatus.RUNNING, hostname=str(name)):
            assert name == "web1.example.com"
        case _:
            raise AssertionError


def test_a_record_as_a_dict_holds_plain_data(client: interserver.Client) -> None:
    data = client.vps.list()[0].to_dict()
    assert type(data["status"]) is str
    assert type(data["other"]) is dict
    assert type(data["extra"]) is dict
    assert json.loads(json.dumps(data, default=str))["hostname"] == "web1.example.com"
    page = client.support.ticket_page().to_dict()
    assert type(page["tickets"][0]) is dict
    moment = client.support.ticket_page().tickets[0].last_activity
    assert moment is not None
    assert moment.tzinfo is datetime.timezone.utc


def test_orders_are_checked_as_they_are_made() -> None:
    assert draft().ttl == 86400
    with pytest.raises(interserver.InvalidArgumentError, match="ttl"):
        draft(ttl=-1)
    with pytest.raises(TypeError, match="content"):
        DnsRecordDraft(name="a.example.com")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        draft(colour="red")
    with pytest.raises(TypeError):
        draft(ttl="many")


def test_orders_compare_hash_copy_and_pickle() -> None:
    one = draft(record_type="TXT")
    assert one.record_type == DnsType.TXT
    assert pickle.loads(pickle.dumps(one)) == one == copy.copy(one)
    assert hash(one) == hash(draft(record_type=DnsType.TXT))
    assert one != draft()
    assert repr(one).startswith("DnsRecordDraft(name='a.example.com', ")


def test_a_template_fills_in_its_part_of_an_order(client: interserver.Client) -> None:
    template = client.vps.templates()[0]
    order = VpsOrder.for_template(template, hostname="a.example.com", root_password="x", slices=2)
    assert (order.template_file, order.template_os) == (template.file, template.os)
    assert order.slices == 2
    with pytest.raises(ValueError, match="template_os"):
        VpsOrder.for_template(template, hostname="a", root_password="x", template_os="other")


def test_words_equal_their_text() -> None:
    assert ServerStatus.RUNNING == "running" == str(ServerStatus.RUNNING)
    assert ServerStatus("RUNNING") == ServerStatus.RUNNING
    assert {ServerStatus.RUNNING: 1}["running"] == 1  # type: ignore[index]
    assert repr(ServerStatus.RUNNING) == "ServerStatus('running')"
    assert pickle.loads(pickle.dumps(ServerStatus("odd"))) == "odd"
    assert ServerStatus.RUNNING != Module.VPS
    assert f"{Module.VPS}" == "vps"


def test_an_amount_is_a_decimal_and_never_a_float(client: interserver.Client) -> None:
    number = client.billing.add_prepay("vps", Decimal("12.50"))
    [prepay] = [prepay for prepay in client.billing.prepays() if prepay.id == number]
    assert prepay.amount == Decimal("12.50")
    assert client.billing.add_prepay("vps", 5, automatic_use=True) > number
    with pytest.raises(TypeError, match="float is not exact"):
        client.billing.add_prepay("vps", 12.5)  # type: ignore[arg-type]


def test_the_raw_door_takes_plain_values(client: interserver.Client) -> None:
    with pytest.raises(TypeError, match="not list"):
        client.call("api_vps_get_service", id=[1])
    with pytest.raises(interserver.InterServerError):
        client.call("api_of_tomorrow", True, a=None, b=True, c=1, d="x", e=Decimal("1.5"))


def test_a_withdrawn_operation_warns(client: interserver.Client) -> None:
    with (
        pytest.warns(DeprecationWarning, match="August 2026"),
        pytest.raises(interserver.InterServerError),
    ):
        client.billing.paypal_url("vps", 1)


def test_a_refusal_is_refused(client: interserver.Client) -> None:
    with pytest.raises(interserver.RefusedError) as caught:
        client.vps.cancel(999_999)
    assert caught.value.kind == "refused"


def test_every_error_class_is_an_interserver_error_of_its_kind() -> None:
    from interserver import _errors

    for word, error in _errors.CLASSES.items():
        assert issubclass(error, interserver.InterServerError)
        assert error.kind == word
        assert error.__doc__
        made = error("text", operation="api_x", attempts=2, outcome="unknown")
        again = pickle.loads(pickle.dumps(made))
        assert (str(again), again.operation, again.attempts) == ("text", "api_x", 2)
        assert again.outcome == "unknown"


def test_every_operation_of_the_api_is_there_for_both_clients() -> None:
    operations = json.loads(
        (interserver_root() / "tests/spec/operations.json").read_text(encoding="utf-8")
    )
    sandbox = Sandbox()
    services = [name for name in dir(sandbox.client()) if is_service(sandbox.client(), name)]
    methods = [
        f"{service}.{name}"
        for service in services
        for name in dir(getattr(sandbox.client(), service))
        if not name.startswith("_")
    ]
    jobs = {"vps.wait_for", "vps.order_mark", "vps.find_order", "support.tickets"}
    jobs |= {"dns.upsert_record", "dns.find_zone"}
    assert len(set(methods) - jobs) == len(operations) == 102
    for service in services:
        one, other = getattr(sandbox.client(), service), getattr(sandbox.async_client(), service)
        assert dir(one) == dir(other)
        for name in dir(one):
            assert getattr(one, name).__doc__ == getattr(other, name).__doc__ or name[0] == "_"


def is_service(client: interserver.Client, name: str) -> bool:
    return type(getattr(client, name)).__name__.endswith("Service")


def interserver_root() -> Any:
    from conftest import ROOT

    return ROOT


def test_logging_follows_levels_and_holds_no_secret(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    client = sandbox.client()
    with caplog.at_level(logging.WARNING, logger="interserver"):
        client.vps.list()
    assert caplog.records == []
    with caplog.at_level(1, logger="interserver"):
        sandbox.expire_sessions()
        sandbox.advance(100)
        sandbox.fail("vps.list", "status", code=503)
        client.vps.list()
    levels = {record.levelno for record in caplog.records}
    assert levels == {logging.DEBUG, 5}
    assert {record.name for record in caplog.records} == {"interserver"}
    text = caplog.text
    assert "operation=api_vps_get_services" in text
    assert "logging in" in text
    assert "trying again" in text
    assert client.session
    assert client.session not in text
    assert ">secret<" not in text


def test_a_log_handler_may_call(sandbox: Sandbox) -> None:
    client = sandbox.client()
    seen: list[str | None] = []

    class Curious(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not seen:
                seen.append(None)
                seen.append(client.general.role())

    logger, handler = logging.getLogger("interserver"), Curious()
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        assert client.vps.list()
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)
    assert seen[1] == "client"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USERNAME", "PASSWORD", "API_KEY", "SESSION", "ENDPOINT", "PROXY", "CA_FILE"):
        monkeypatch.delenv(f"INTERSERVER_{name}", raising=False)
    with pytest.raises(interserver.ConfigurationError, match="INTERSERVER_USERNAME"):
        interserver.Client.from_env()
    monkeypatch.setenv("INTERSERVER_USERNAME", "you@example.com")
    monkeypatch.setenv("INTERSERVER_API_KEY", "key")
    monkeypatch.setenv("INTERSERVER_ENDPOINT", "http://127.0.0.1:9/api.php")
    client = interserver.Client.from_env()
    assert client.endpoint == "http://127.0.0.1:9/api.php"
    assert "key" not in repr(client)
    assert repr(interserver.AsyncClient.from_env()).startswith("AsyncClient(")


def test_arguments_come_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERSERVER_USERNAME", "you@example.com")
    monkeypatch.setenv("INTERSERVER_PASSWORD", "password")
    monkeypatch.setenv("INTERSERVER_SESSION", "of-you")
    monkeypatch.setenv("INTERSERVER_ENDPOINT", "http://127.0.0.1:9/api.php")
    elsewhere = "http://127.0.0.1:10/api.php"
    client = interserver.Client.from_env(endpoint=elsewhere, timeout=5)
    assert (client.endpoint, client.session) == (elsewhere, "of-you")
    # Somebody else's session is none of theirs.
    client = interserver.Client.from_env("they@example.com", "password")
    assert (client.endpoint, client.session) == ("http://127.0.0.1:9/api.php", None)
    with pytest.raises(interserver.ConfigurationError, match="concurrency"):
        interserver.AsyncClient.from_env(concurrency=0)


@pytest.mark.parametrize(
    "setting",
    [
        {"concurrency": 0},
        {"proxy": "ftp://x"},
        {"certificate_authority": "no certificate"},
        {"retry": interserver.RetryPolicy(attempts=0)},
        {"user_agent_suffix": "é"},
        {"password": ""},
    ],
)
def test_wrong_settings_are_told_at_once(setting: dict[str, Any]) -> None:
    settings: dict[str, Any] = {"username": "a@example.com", "password": "b", **setting}
    with pytest.raises(interserver.ConfigurationError):
        interserver.Client(**settings)


def test_a_negative_time_is_no_time() -> None:
    with pytest.raises(ValueError, match="seconds"):
        interserver.Client(timeout=-1)


def test_retries_can_be_forbidden(sandbox: Sandbox) -> None:
    client = sandbox.client(retry=interserver.RetryPolicy.never())
    sandbox.fail("vps.list", "status", code=503)
    with pytest.raises(interserver.HttpError):
        client.vps.list()


def test_a_session_can_be_resumed(sandbox: Sandbox) -> None:
    first = sandbox.client()
    first.authenticate()
    assert first.session
    assert sandbox.client(session=first.session).vps.list()
    assert sandbox.count("api_login") == 1


def test_the_sandbox_refuses_what_it_does_not_know(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="there is no"):
        sandbox.fail("vps.explode", "cut")
    with pytest.raises(ValueError, match="there is no"):
        sandbox.fail("vps.list", "gremlins")
    with pytest.raises(ValueError, match="answer"):
        sandbox.set_dead_session_answer("poem")


def test_the_sandbox_shows_what_came_in(sandbox: Sandbox) -> None:
    client = sandbox.client()
    number = client.vps.list()[0].id
    client.vps.restart(number)
    request = sandbox.requests()[-1]
    assert request["operation"] == "api_vps_queue_restart"
    assert request["arguments"]["id"] == number
    assert request["executed"] is True
    assert sandbox.state()
    sandbox.reset()
    assert sandbox.count() == len(sandbox.requests()) == 0
    sandbox.set_charset("utf8")
    assert sandbox.client().vps.list()[0].comment == "Größter Kunde"
