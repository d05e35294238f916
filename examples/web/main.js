// A small dashboard: everything in it is a call of the client and a table.

import { Client, InterServerError } from "interserver-client";

const find = (selector) => document.querySelector(selector);
let client;

/** Does something and shows why if it does not work. */
async function attempt(work) {
	find("#problem").textContent = "";
	try {
		await work();
	} catch (error) {
		if (!(error instanceof InterServerError)) throw error;
		find("#problem").textContent = error.message;
	}
}

function cell(content, state) {
	const td = document.createElement("td");
	td.append(content ?? "");
	if (state) td.dataset.state = state;
	return td;
}

function row(...cells) {
	const tr = document.createElement("tr");
	tr.append(...cells);
	return tr;
}

function button(text, work) {
	const element = document.createElement("button");
	element.textContent = text;
	element.addEventListener("click", () => attempt(() => work(element)));
	return element;
}

/** In-page, the sandbox; it is loaded only if it is wanted. */
async function sandboxOptions() {
	const { Sandbox } = await import("interserver-client/sandbox");
	return (await Sandbox.create({ seed: 1, realTime: true })).options;
}

async function restart(item, state, element) {
	element.disabled = true;
	const show = (text) => {
		state.textContent = text;
		state.dataset.state = text;
	};
	try {
		await client.vps.restart(item.id);
		const stop = new AbortController();
		const watch = async () => {
			while (!stop.signal.aborted) {
				show((await client.vps.get(item.id)).serverStatus);
				await new Promise((resolve) => setTimeout(resolve, 300));
			}
		};
		const watched = watch();
		const vps = await client.vps
			.waitFor(item.id, "running", { pauseMs: 500 })
			.finally(() => stop.abort());
		await watched;
		show(vps.serverStatus);
	} finally {
		element.disabled = false;
	}
}

async function services() {
	const { items, failures } = await client.inventory();
	const section = find("#services");
	for (const [module, members] of Map.groupBy?.(items, ({ module }) => module) ?? grouped(items)) {
		const title = document.createElement("h3");
		title.textContent = module;
		const table = document.createElement("table");
		for (const item of members) {
			const word = item.serverStatus ?? item.status ?? "";
			const state = cell(word, word);
			const action = module === "vps" && word === "running" ? button("Restart", (element) => restart(item, state, element)) : "";
			table.append(row(cell(String(item.id)), cell(item.label), state, cell(action)));
		}
		section.append(title, table);
	}
	for (const { module, error } of failures) section.append(`${module}: ${error.message}`);
}

/** For browsers without `Map.groupBy`. */
function grouped(items) {
	const groups = new Map();
	for (const item of items) groups.set(item.module, [...(groups.get(item.module) ?? []), item]);
	return groups;
}

async function invoices() {
	const modules = Object.entries(client).filter(([, service]) => "unpaidInvoices" in service);
	const lists = await Promise.all(modules.map(async ([module, service]) => [module, await service.unpaidInvoices()]));
	for (const [module, list] of lists) {
		for (const { id, description, amount } of list) {
			find("#invoices table").append(row(cell(module), cell(String(id)), cell(description), cell(amount?.toFixed(2))));
		}
	}
}

async function tickets() {
	let left = 8;
	for await (const { id, subject, status } of client.support.tickets()) {
		find("#tickets table").append(row(cell(String(id)), cell(subject), cell(status)));
		left -= 1;
		if (left === 0) break;
	}
}

const [zoneForm, recordForm] = document.querySelectorAll("#dns form");
const zone = () => Number(zoneForm.elements.zone.value);

async function records() {
	const list = await client.dns.records(zone());
	const table = find("#dns table");
	table.replaceChildren();
	for (const { id, name, recordType, content } of list) {
		const remove = button("Delete", async () => {
			await client.dns.deleteRecord(zone(), id);
			await records();
		});
		table.append(row(cell(name), cell(recordType), cell(content), cell(remove)));
	}
	recordForm.hidden = false;
}

zoneForm.addEventListener("submit", (event) => {
	event.preventDefault();
	attempt(records);
});

recordForm.addEventListener("submit", (event) => {
	event.preventDefault();
	attempt(async () => {
		await client.dns.upsertRecord(zone(), Object.fromEntries(new FormData(recordForm)));
		await records();
	});
});

find("#sign-in").addEventListener("submit", (event) => {
	event.preventDefault();
	const { sandbox, username, password, endpoint } = event.target.elements;
	attempt(async () => {
		const account = { username: username.value, password: password.value };
		client = new Client(
			sandbox.checked ? await sandboxOptions() : { ...account, ...(endpoint.value && { endpoint: endpoint.value }) },
		);
		await client.authenticate();
		find("#account").textContent = sandbox.checked ? "in-page sandbox" : username.value;
		event.target.hidden = true;
		find("main").hidden = false;
		await Promise.all([services(), invoices(), tickets(), records()]);
		document.body.dataset.ready = "yes";
	});
});
