// The tarball as it will be published: what it holds, how it is read, how large it is.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { publint } from "publint";

const here = import.meta.dirname;
const installed = join(here, "node_modules/interserver-client");
const tarball = process.env.INTERSERVER_TARBALL;
assert.ok(tarball, "INTERSERVER_TARBALL names the tarball; `scripts/npm.sh test` sets it");

test("publint has no complaint", async () => {
	const { messages } = await publint({ pkgDir: installed, strict: true });
	assert.deepEqual(messages, []);
});

test("the types are right for every way of importing", () => {
	const attw = join(here, "../node_modules/@arethetypeswrong/cli/dist/index.js");
	const run = spawnSync(process.execPath, [attw, tarball, "--profile", "node16"], {
		encoding: "utf8",
	});
	assert.equal(run.status, 0, run.stdout + run.stderr);
});

test("it needs no other package", () => {
	const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
	assert.equal(manifest.dependencies, undefined);
	assert.equal(manifest.peerDependencies, undefined);
	assert.equal(manifest.scripts, undefined);
});

test("no path of the machine that built it is inside", () => {
	const text = readFileSync(join(here, "../js/generated/client.opt.wasm"), "latin1");
	for (const homes of ["root", "home", "Users"]) assert.ok(!text.includes(`/${homes}/`), homes);
});

/** Bytes, gzipped, that a page loads for the client: module and glue. docs/performance.md says more. */
const BUDGET = 150_000;

test("the client stays within its budget", (t) => {
	const code = readFileSync(join(installed, "index.js"));
	const gzipped = gzipSync(code, { level: 9 }).length;
	t.diagnostic(`${gzipped} bytes gzipped, ${brotliCompressSync(code).length} with brotli`);
	assert.ok(gzipped <= BUDGET, `index.js is ${gzipped} bytes gzipped; the budget is ${BUDGET}`);
});
