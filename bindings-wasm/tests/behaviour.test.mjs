// The behaviour suite in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { Client, InterServerError } from "interserver-client";
import { Sandbox } from "interserver-client/sandbox";
import { run, scenarios } from "./behaviour/scenarios.js";

const list = new URL("../../tests/behaviour/scenarios.json", import.meta.url);
const declared = JSON.parse(readFileSync(list, "utf8"));
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const names = declared.map(({ name }) => camel(name));

test("there is a scenario for each that is declared, and no other", () => {
	assert.deepEqual(Object.keys(scenarios).sort(), names.sort());
});

for (const name of Object.keys(scenarios)) {
	test(name, () => run(name, { Client, InterServerError, Sandbox, print: inspect }));
}
