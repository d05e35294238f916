// `Client.fromEnv`: the variables that every other language reads.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Client, InterServerError } from "interserver-client";
import { Sandbox } from "interserver-client/sandbox";

const before = { ...process.env };
afterEach(() => {
	for (const name of Object.keys(process.env)) {
		if (name.startsWith("INTERSERVER_")) delete process.env[name];
	}
	Object.assign(process.env, before);
});

function set(variables) {
	for (const [name, value] of Object.entries(variables)) process.env[`INTERSERVER_${name}`] = value;
}

function refused(variables, named) {
	set(variables);
	assert.throws(
		() => Client.fromEnv(),
		(error) =>
			error instanceof InterServerError &&
			error.kind === "configuration" &&
			error.outcome === "not_done" &&
			error.message.includes(named),
	);
}

test("a client is made from the environment", async () => {
	const { fetch, clock, endpoint } = (await Sandbox.create()).options;
	set({ USERNAME: "demo@example.com", PASSWORD: "secret", ENDPOINT: endpoint });
	const client = Client.fromEnv({ fetch, clock });
	assert.equal(client.endpoint, endpoint);
	assert.notEqual((await client.vps.list()).length, 0);
});

test("an API key stands in the place of the password, and an empty variable is none", async () => {
	const { fetch, clock, endpoint } = (await Sandbox.create()).options;
	set({ USERNAME: "demo@example.com", PASSWORD: "", API_KEY: "sandbox-api-key" });
	const client = Client.fromEnv({ fetch, clock, endpoint });
	assert.equal(await client.general.role(), "client");
});

test("a session is resumed", async () => {
	const { options } = await Sandbox.create();
	const first = new Client(options);
	await first.authenticate();
	set({ SESSION: first.session });
	const { fetch, clock, endpoint } = options;
	assert.notEqual((await Client.fromEnv({ fetch, clock, endpoint }).vps.list()).length, 0);
});

test("what is given comes before the environment, and need not be there", async () => {
	const { options } = await Sandbox.create();
	set({ PASSWORD: "wrong" });
	assert.notEqual((await Client.fromEnv(options).vps.list()).length, 0);
});

test("what is missing is named", () => {
	refused({}, "INTERSERVER_USERNAME and INTERSERVER_PASSWORD");
});

test("half of the credentials is not enough", () => {
	refused({ USERNAME: "demo@example.com" }, "neither INTERSERVER_PASSWORD nor INTERSERVER_API_KEY");
});

test("a password without a name is not enough", () => {
	refused({ PASSWORD: "secret" }, "INTERSERVER_USERNAME is not set");
});

test("what a fetch cannot honour is refused", () => {
	refused({ USERNAME: "a", PASSWORD: "b", PROXY: "http://127.0.0.1:1" }, "proxy");
});
