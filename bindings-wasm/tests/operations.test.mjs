// Every operation through its method: it sends its own request, and what it gives has the declared
// fields.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Client, InterServerError } from "interserver-client";
import { Sandbox } from "interserver-client/sandbox";

const file = new URL("../js/generated/operations.json", import.meta.url);
const operations = JSON.parse(readFileSync(file, "utf8"));
const spec = new URL("../../tests/spec/operations.json", import.meta.url);
const documented = JSON.parse(readFileSync(spec, "utf8"));

test("there is a method for each of the documented functions", () => {
	const names = documented.map(({ name }) => name).sort();
	assert.equal(names.length, 102);
	assert.deepEqual(operations.map(({ wire }) => wire).sort(), names);
});

for (const { wire, service, method, arguments: given, fields } of operations) {
	test(`${service}.${method}`, async () => {
		const sandbox = await Sandbox.create();
		const client = new Client(sandbox.options);
		let answer;
		try {
			answer = await client[service][method](...structuredClone(given));
		} catch (error) {
			// Number 1 is nobody's service, so some say no; but they were asked, and by this name.
			assert.ok(error instanceof InterServerError, String(error.stack));
			assert.ok(
				["not_found", "api", "refused", "authentication"].includes(error.kind),
				String(error),
			);
			assert.equal(error.operation, wire);
		}
		assert.ok(sandbox.count(wire) >= 1, `${wire} was not sent`);
		const record = Array.isArray(answer) ? answer[0] : answer;
		if (fields !== null && record !== undefined) assert.deepEqual(Object.keys(record), fields);
		if (answer !== undefined)
			assert.deepEqual(structuredClone(answer), JSON.parse(JSON.stringify(answer)));
	});
}
