// The types, as TypeScript's strictest reader sees them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const here = import.meta.dirname;
const tsc = join(here, "../node_modules/typescript/bin/tsc");
const STRICT = [
	"--noEmit",
	"--strict",
	"--exactOptionalPropertyTypes",
	"--noUncheckedIndexedAccess",
];
const PLATFORM = [
	"--target",
	"es2022",
	"--lib",
	"es2022,esnext.disposable,dom,dom.iterable,dom.asynciterable",
	"--types",
	"",
];

function check(...args) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[tsc, ...STRICT, ...PLATFORM, ...args],
		{
			cwd: here,
			encoding: "utf8",
		},
	);
	assert.equal(status, 0, stdout + stderr);
}

for (const [module, resolution, file] of [
	["nodenext", "nodenext", "types/shapes.mts"],
	["nodenext", "nodenext", "types/common.cts"],
	["esnext", "bundler", "types/shapes.mts"],
]) {
	test(`${file} with ${resolution}`, () => {
		check("--module", module, "--moduleResolution", resolution, file);
	});
}

test("the manual's programs", () => {
	const manual = join(here, "../../target/manual/examples/typescript.json");
	const programs = JSON.parse(readFileSync(manual, "utf8"));
	assert.ok(programs.length >= 102);
	// Beside the unpacked package, so that its name leads there.
	const folder = join(here, "node_modules/.manual-types");
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder);
	const files = programs.map(({ id, code }) => {
		const file = join(folder, `${id.replace("/", ".")}.mts`);
		writeFileSync(file, code);
		return file;
	});
	// Some of them are servers.
	check("--types", "node", "--module", "nodenext", "--moduleResolution", "nodenext", ...files);
});

test("nothing public is `any`", () => {
	for (const name of ["index.d.ts", "sandbox.d.ts"]) {
		const file = join(here, "node_modules/interserver-client", name);
		const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
		assert.doesNotMatch(code, /\bany\b/);
	}
});

test("every method and field is documented", () => {
	const file = join(here, "node_modules/interserver-client/index.d.ts");
	const lines = readFileSync(file, "utf8").split("\n");
	const bare = lines.filter(
		(line, i) =>
			/^\t(readonly )?\w+\??(\(.*|: .*;)$/.test(line) && !lines[i - 1].trim().endsWith("*/"),
	);
	// The name of an error says itself.
	assert.deepEqual(bare, ['\treadonly name: "InterServerError";']);
});
