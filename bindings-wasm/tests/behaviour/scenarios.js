// The behaviour that every language has alike, one function a scenario. They run in Node and in a
// page, so they know neither a test runner nor the platform: only the package and a sandbox.

import { expect } from "chai";

/** What a promise is rejected with; it must be. */
async function failure(promise) {
	let value;
	try {
		value = await promise;
	} catch (error) {
		return error;
	}
	throw new Error(`it should have failed, and gave ${JSON.stringify(value)}`);
}

function order(overrides) {
	return {
		templateFile: "ubuntu-14.04-x86_64.tar.gz",
		templateOs: "ubuntu-14.04",
		hostname: "shop.example.com",
		rootPassword: "aB3$efgh",
		...overrides,
	};
}

/** An order for the first template, so that it is one that the sandbox sells. */
async function goodOrder(client, overrides) {
	const [template] = await client.vps.templates();
	return order({ templateFile: template.file, templateOs: template.os, ...overrides });
}

const modules = (client) => Object.values(client).filter((service) => "unpaidInvoices" in service);

export const scenarios = {
	async oneLoginServes64ConcurrentCallers({ client, sandbox }) {
		const lists = await Promise.all(Array.from({ length: 64 }, () => client.vps.list()));
		for (const list of lists) expect(list).not.to.be.empty;
		expect(sandbox.count("api_login")).to.equal(1);
	},

	async aWrongPasswordFailsEveryWaitingCallerAfterOneLogin({ make, sandbox }) {
		const client = make({ password: "wrong" });
		const calls = Array.from({ length: 8 }, () => failure(client.vps.list()));
		for (const error of await Promise.all(calls)) {
			expect(error).to.include({ kind: "authentication", outcome: "not_done" });
		}
		expect(sandbox.count("api_login")).to.equal(1);
	},

	async everyModuleListsItsServices({ client }) {
		expect(modules(client)).to.have.length(10);
		for (const module of modules(client)) {
			const list = await module.list();
			expect(list).not.to.be.empty;
			for (const { id } of list) expect(id).to.be.above(0);
		}
	},

	async aServiceIsFoundByItsNumber({ client }) {
		const [first] = await client.vps.list();
		const { id, hostname } = await client.vps.get(first.id);
		expect({ id, hostname }).to.deep.equal({ id: first.id, hostname: first.hostname });
	},

	async aMissingServiceIsNotFound({ client, InterServerError }) {
		const error = await failure(client.vps.get(99999));
		expect(error).to.be.instanceOf(InterServerError);
		expect(error).to.include({
			kind: "not_found",
			operation: "api_vps_get_service",
			retryable: false,
		});
	},

	async moneyDatesAndStatusesKeepTheirTypes({ client }) {
		const [invoice] = await client.vps.invoices();
		expect(invoice.amount).to.be.a("number");
		expect(invoice.date).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
		const [vps] = await client.vps.list();
		expect(vps.serverStatus).to.equal("running");
		const { ticket } = await client.support.ticket(
			String((await client.support.ticketPage()).tickets[0].id),
		);
		expect(ticket.created).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
	},

	async aProblemWithAnOrderIsData({ client }) {
		const quote = await client.vps.validate(await goodOrder(client, { rootPassword: "weak" }));
		expect(quote.problems).not.to.be.empty;
		expect(quote.serviceCost).to.equal(null);
	},

	async aGoodOrderIsBoughtAndPaid({ client }) {
		const wanted = await goodOrder(client);
		const quote = await client.vps.validate(wanted);
		expect(quote.problems).to.be.empty;
		expect(quote.serviceCost).to.be.above(0);
		const bought = await client.vps.buy(wanted);
		expect(bought.invoices).not.to.be.empty;
		await client.billing.pay("vps", bought.invoices[0]);
		const unpaid = await client.vps.unpaidInvoices();
		expect(unpaid.map(({ id }) => id)).not.to.include(bought.invoices[0]);
	},

	async aPaymentWithoutFundsIsAnApiError({ client }) {
		const poor = { error: undefined };
		for (const module of Object.keys(client)) {
			if (!("unpaidInvoices" in client[module])) continue;
			const [invoice] = await client[module].unpaidInvoices();
			if (invoice === undefined) continue;
			try {
				await client.billing.pay(module, invoice.id);
			} catch (error) {
				poor.error = error;
				break;
			}
		}
		expect(poor.error).to.include({ kind: "api", outcome: "not_done" });
		expect(poor.error.statusText).to.be.a("string").that.is.not.empty;
	},

	async badArgumentsAreRefusedBeforeAnythingIsSent({ client, sandbox }) {
		const error = await failure(client.vps.buy(order({ slices: 17 })));
		expect(error.kind).to.equal("invalid_argument");
		expect(error.message).to.include("slices");
		expect(sandbox.count("vps.buy")).to.equal(0);
		const misspelt = await failure(client.vps.buy(order({ slice: 1 })));
		expect(misspelt.kind).to.equal("invalid_argument");
		expect(misspelt.message).to.include("`slice`");
	},

	async textThatTheServerWouldDestroyIsRefused({ client, sandbox }) {
		const ticket = { email: "demo@example.com", ip: "203.0.113.9", subject: "5 €", body: "x" };
		const error = await failure(client.support.openTicket(ticket));
		expect(error.kind).to.equal("invalid_argument");
		expect(error.message).to.include("subject").and.to.include("€");
		expect(sandbox.count("*")).to.equal(0);
	},

	async aSoapFaultIsTyped({ client, sandbox }) {
		sandbox.fail("vps.list", { fault: "soap_fault", code: "Client" });
		expect(await failure(client.vps.list())).to.include({ kind: "fault", faultCode: "Client" });
	},

	async aBusyServerIsAskedAgainByARead({ client, sandbox }) {
		sandbox.fail("vps.list", { fault: "status", code: 503 });
		expect(await client.vps.list()).not.to.be.empty;
		expect(sandbox.count("vps.list")).to.equal(2);
	},

	async aBusyServerSaysWhenToComeBack({ client, sandbox }) {
		sandbox.fail("vps.list", { fault: "status", code: 429, retryAfter: 120 });
		expect(await failure(client.vps.list())).to.include({
			kind: "http",
			httpStatus: 429,
			retryAfter: 120,
			retryable: true,
		});
	},

	async aPurchaseIsNeverSentTwice({ client, sandbox }) {
		sandbox.fail("vps.buy", { fault: "status", code: 503 });
		const error = await failure(client.vps.buy(await goodOrder(client)));
		expect(error).to.include({ outcome: "unknown", retryable: false });
		expect(sandbox.count("vps.buy")).to.equal(1);
	},

	async anOrderIsFoundAfterABrokenLine({ client, sandbox }) {
		const wanted = await goodOrder(client);
		const mark = await client.vps.orderMark();
		sandbox.fail("vps.buy", { fault: "reset_after_effect" });
		const error = await failure(client.vps.buy(wanted));
		expect(error.outcome).to.equal("unknown");
		expect(error.cause).to.be.instanceOf(TypeError);
		const found = await client.vps.findOrder(wanted, mark);
		expect(found.vps.hostname).to.equal(wanted.hostname);
		expect(found.invoices).not.to.be.empty;
	},

	async anOrderThatNeverArrivedIsNotFound({ client, sandbox }) {
		const wanted = await goodOrder(client);
		const mark = await client.vps.orderMark();
		sandbox.fail("vps.buy", { fault: "reset_before_effect" });
		expect((await failure(client.vps.buy(wanted))).outcome).to.equal("unknown");
		expect(await client.vps.findOrder(wanted, mark)).to.equal(null);
	},

	async anExpiredSessionIsRenewedOnce({ client, sandbox }) {
		await client.vps.list();
		sandbox.expireSessions();
		sandbox.advance(61_000);
		const lists = await Promise.all(Array.from({ length: 8 }, () => client.vps.list()));
		for (const list of lists) expect(list).not.to.be.empty;
		expect(sandbox.count("api_login")).to.equal(2);
	},

	async aDeadSessionNeverLooksLikeAnEmptyAccount({ make }) {
		const client = make({ session: "dead", username: undefined, password: undefined });
		expect(await failure(client.vps.list())).to.include({ kind: "authentication" });
	},

	async aSlowServerEndsAsATimeout({ client, sandbox }) {
		await client.authenticate();
		sandbox.fail("vps.list", { fault: "latency", milliseconds: 60_000 }, 9);
		const error = await failure(client.vps.list({ timeoutMs: 1000 }));
		expect(error).to.include({ kind: "timeout", outcome: "not_done", retryable: true });
		expect(error.attempts).to.be.at.least(1);
	},

	async anUnreachableServerIsAConnectionError({ client, sandbox }) {
		const wanted = await goodOrder(client);
		sandbox.fail("*", { fault: "connection_refused" }, 9);
		const error = await failure(client.vps.buy(wanted));
		expect(error).to.include({ kind: "connect", outcome: "not_done" });
	},

	async aCutAnswerOfAPurchaseHasAnUnknownOutcome({ client, sandbox }) {
		sandbox.fail("vps.buy", { fault: "truncated" });
		const error = await failure(client.vps.buy(await goodOrder(client)));
		expect(error).to.include({ kind: "decode", outcome: "unknown" });
	},

	async anAnswerPastTheLimitsIsTooLarge({ make, client }) {
		await client.authenticate();
		const small = make({ session: client.session, limits: { body: 1000 } });
		const error = await failure(small.vps.list());
		expect(error.kind).to.equal("too_large");
		expect(error.message).to.include("limits.body");
	},

	async aCancelledCallLeavesTheClientUsable({ client }) {
		const controller = new AbortController();
		const call = failure(client.vps.list({ signal: controller.signal }));
		controller.abort();
		expect((await call).name).to.equal("AbortError");
		const reason = new Error("enough");
		expect(await failure(client.vps.list({ signal: AbortSignal.abort(reason) }))).to.equal(reason);
		expect(await client.vps.list()).not.to.be.empty;
	},

	async secretsAreMaskedInTextAndThereOnAccess({ client, make, print }) {
		const [vps] = await client.vps.list();
		expect(vps.rootPassword).to.be.a("string").that.is.not.empty;
		expect(print(vps)).not.to.include(vps.rootPassword);
		expect(JSON.parse(JSON.stringify(vps)).rootPassword).to.equal(vps.rootPassword);
		expect(structuredClone(vps).rootPassword).to.equal(vps.rootPassword);
		const { session } = client;
		const error = await failure(make({ password: "hunter2-wrong" }).vps.list());
		for (const text of [print(error), String(error), JSON.stringify(error), print(client)]) {
			expect(text).not.to.include("hunter2-wrong");
			expect(text).not.to.include(session);
		}
	},

	async unknownWordsAndFieldsAreKept({ client }) {
		const [{ id }] = await client.vps.list();
		const raw = await client.call("api_vps_get_service", { id });
		expect(raw).to.have.property("vps_hostname");
		const vps = await client.vps.get(id);
		expect(Object.getPrototypeOf(vps.other)).to.equal(Object.prototype);
	},

	async ticketsComeLazily({ client, sandbox }) {
		const seen = [];
		for await (const ticket of client.support.tickets()) {
			if (seen.length === 0) expect(sandbox.count("support.ticket_page")).to.equal(1);
			seen.push(ticket.id);
		}
		expect(seen).not.to.be.empty;
		expect(new Set(seen).size).to.equal(seen.length);
		const before = sandbox.count("support.ticket_page");
		client.support.tickets();
		expect(sandbox.count("support.ticket_page")).to.equal(before);
	},

	async anInventoryNamesWhatFailed({ client, sandbox, InterServerError }) {
		sandbox.fail("ssl.list", { fault: "soap_fault" }, 9);
		const { items, failures } = await client.inventory();
		expect(new Set(items.map(({ module }) => module)).size).to.equal(9);
		expect(failures).to.have.length(1);
		expect(failures[0].module).to.equal("ssl");
		expect(failures[0].error).to.be.instanceOf(InterServerError);
		expect(failures[0].error.kind).to.equal("fault");
	},

	async waitingSeesARestartThrough({ client }) {
		const [{ id }] = await client.vps.list();
		await client.vps.restart(id);
		const vps = await client.vps.waitFor(id, "running");
		expect(vps).to.include({ id, serverStatus: "running" });
	},

	async waitingEndsAtItsDeadline({ client }) {
		const [{ id }] = await client.vps.list();
		const error = await failure(client.vps.waitFor(id, "deleted", { deadlineMs: 5000 }));
		expect(error.kind).to.equal("timeout");
	},

	async aDnsRecordIsUpdatedOrAdded({ client }) {
		const { id } = await client.dns.findZone("example.com", 1, 20);
		const record = { name: "new.example.com", content: "203.0.113.7" };
		const actions = [];
		for (const content of ["203.0.113.7", "203.0.113.8", "203.0.113.8"]) {
			actions.push((await client.dns.upsertRecord(id, { ...record, content })).action);
		}
		expect(actions).to.deep.equal(["added", "updated", "unchanged"]);
	},

	async aZoneLivesFromAddToDelete({ client }) {
		await client.dns.addZone("fresh-example.net", "203.0.113.5");
		const zone = await client.dns.findZone("fresh-example.net", 1, 20);
		const record = await client.dns.addRecord(zone.id, {
			name: "www.fresh-example.net",
			content: "203.0.113.6",
		});
		const records = await client.dns.records(zone.id);
		expect(records.map(({ id }) => id)).to.include(record);
		await client.dns.deleteZone(zone.id);
		expect((await failure(client.dns.zone(zone.id))).kind).to.equal("not_found");
	},

	async aTicketIsOpenedAndAnswered({ client }) {
		const { id } = await client.support.openTicket({
			email: "demo@example.com",
			ip: "203.0.113.9",
			subject: "Hello",
			body: "Is anybody there?",
		});
		expect(id).to.be.above(0);
		const { ticket } = await client.support.ticket(String(id));
		expect(ticket.subject).to.equal("Hello");
		expect((await client.support.reply(String(id), "Yes.")).status).to.equal("ok");
	},

	async aCancelledServiceStaysCanceled({ client }) {
		const [{ id }] = await client.vps.list();
		expect(await client.vps.cancel(id)).to.equal(undefined);
		expect((await client.vps.get(id)).status).to.equal("canceled");
	},

	async theRawDoorCallsByWireName({ client }) {
		const [{ id }] = await client.vps.list();
		const raw = await client.call("api_vps_get_service", { id });
		expect(raw.vps_id).to.equal(id);
		const error = await failure(client.call("api_vps_get_service", { id, number: 1 }));
		expect(error.kind).to.equal("invalid_argument");
		expect(error.message).to.include("it takes id");
	},

	async aWrongSettingIsAConfigurationError({ make, InterServerError }) {
		for (const wrong of [
			{ endpoint: "http://example.com/api.php" },
			{ timeoutMS: 5 },
			{ proxy: "http://127.0.0.1:3128" },
			{ limits: { compressedBody: 5 } },
			{ retry: { attempts: 0 } },
			{ fetch: "no" },
		]) {
			expect(() => make(wrong), JSON.stringify(wrong))
				.to.throw(InterServerError)
				.with.property("kind", "configuration");
		}
	},
};

/** Runs one scenario on a sandbox of its own. */
export async function run(name, { Client, InterServerError, Sandbox, print }) {
	const sandbox = await Sandbox.create({ seed: 1 });
	const make = (options) => new Client({ ...sandbox.options, ...options });
	await scenarios[name]({ client: make(), make, sandbox, InterServerError, print });
}
