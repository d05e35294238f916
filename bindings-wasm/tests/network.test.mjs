// The client over real sockets, in Node.

import { after, test } from "node:test";
import { Client } from "interserver-client";
import { network } from "./behaviour/network.js";
import { serve } from "./support/server.mjs";

const server = await serve();
after(() => server.close());

async function control(command, body) {
	const { fault, operation, count, ...details } = body;
	if (command !== "fail") throw new Error(`there is no ${command}`);
	server.sandbox.fail(operation, { fault, ...details }, count);
}

for (const [name, run] of Object.entries(network)) {
	test(name, async () => {
		server.sandbox.reset();
		await run({ Client, base: server.options, control });
	});
}
