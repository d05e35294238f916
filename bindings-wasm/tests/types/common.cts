// The same package for a CommonJS program in TypeScript.

import interserver = require("interserver-client");
import sandboxes = require("interserver-client/sandbox");

async function main(): Promise<string | null> {
	const sandbox = await sandboxes.Sandbox.create();
	const client = new interserver.Client(sandbox.options);
	return (await client.vps.get(1)).hostname;
}
void main;
