// The packed tarball in every place that it promises to work in, without a plugin.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import { launch, watchedPage } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";

const root = mkdtempSync(join(tmpdir(), "interserver-client-"));
const tarball = process.env.INTERSERVER_TARBALL;
assert.ok(tarball, "INTERSERVER_TARBALL names the tarball; `scripts/npm.sh test` sets it");

writeFileSync(join(root, "package.json"), '{ "private": true, "type": "module" }');
execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], {
	cwd: root,
	stdio: "pipe",
});

/** What every program does: a list from the sandbox, and how many there are. */
const BODY = `
	const sandbox = await Sandbox.create({ seed: 1 });
	const client = new Client({ ...sandbox.options });
	const list = await client.vps.list();
	return list.length + " " + list[0].hostname;
`;
const EXPECTED = /^6 web1\.example\.com$/;
const IMPORTS = `
	import { Client } from "interserver-client";
	import { Sandbox } from "interserver-client/sandbox";
`;
const PAGE = `${IMPORTS} async function main() {${BODY}} main().then((text) => { document.title = text; });`;
const WORKER = `${IMPORTS} async function main() {${BODY}} main().then((text) => postMessage(text));`;
const html = (script) => `<!doctype html><title></title><link rel="icon" href="data:,">${script}`;

const browser = await launch();
after(async () => {
	await browser.close();
	rmSync(root, { recursive: true, force: true });
});

async function titleOf(folder) {
	const server = await serve({ folder });
	const { page, problems } = await watchedPage(browser);
	try {
		await page.goto(server.origin);
		await page.waitForFunction(() => document.title !== "", undefined, { timeout: 20_000 });
		assert.deepEqual(problems, []);
		return await page.title();
	} finally {
		await page.close();
		await server.close();
	}
}

/** A folder with a source file and a page that loads what is made of it. */
function project(name, files) {
	const folder = join(root, name);
	mkdirSync(folder, { recursive: true });
	for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
	return folder;
}

function node(folder, file) {
	return execFileSync(process.execPath, [join(folder, file)], { encoding: "utf8" }).trim();
}

test("Node, ESM", () => {
	const folder = project("esm", {
		"main.mjs": `${IMPORTS} console.log(await (async () => {${BODY}})());`,
	});
	assert.match(node(folder, "main.mjs"), EXPECTED);
});

test("Node, CommonJS", () => {
	const folder = project("cjs", {
		"main.cjs": `
			const { Client } = require("interserver-client");
			const { Sandbox } = require("interserver-client/sandbox");
			(async () => {${BODY}})().then(console.log);
		`,
	});
	assert.match(node(folder, "main.cjs"), EXPECTED);
});

for (const format of ["esm", "iife"]) {
	test(`esbuild, ${format}, for browsers`, async () => {
		const folder = project(`esbuild-${format}`, {
			"main.js": PAGE,
			"index.html": html('<script type="module" src="out.js"></script>'),
		});
		await esbuild({
			entryPoints: [join(folder, "main.js")],
			outfile: join(folder, "out.js"),
			bundle: true,
			format,
		});
		assert.match(await titleOf(folder), EXPECTED);
	});
}

test("esbuild, for Node", async () => {
	const folder = project("esbuild-node", {
		"main.js": `${IMPORTS} (async () => {${BODY}})().then(console.log);`,
	});
	const outfile = join(folder, "out.cjs");
	await esbuild({
		entryPoints: [join(folder, "main.js")],
		outfile,
		bundle: true,
		platform: "node",
	});
	assert.match(node(folder, "out.cjs"), EXPECTED);
});

test("webpack", async () => {
	const folder = project("webpack", {
		"main.js": PAGE,
		"index.html": html('<script src="out.js"></script>'),
	});
	const stats = await promisify(webpack)({
		mode: "production",
		context: folder,
		entry: "./main.js",
		output: { path: folder, filename: "out.js" },
		// It is larger than webpack likes pages to be, and says so of itself.
		performance: { hints: false },
	});
	assert.deepEqual(stats.toJson().errors, []);
	assert.deepEqual(stats.toJson().warnings, []);
	assert.match(await titleOf(folder), EXPECTED);
});

test("Vite", async () => {
	const folder = project("vite", {
		"main.js": PAGE,
		"index.html": html('<script type="module" src="/main.js"></script>'),
	});
	await vite({
		root: folder,
		logLevel: "silent",
		configFile: false,
		build: { chunkSizeWarningLimit: 5000 },
	});
	assert.match(await titleOf(join(folder, "dist")), EXPECTED);
});

test("a plain page", async () => {
	const folder = project("plain", {
		"index.html": html(`
			<script type="importmap">{ "imports": {
				"interserver-client": "./interserver-client/index.js",
				"interserver-client/sandbox": "./interserver-client/sandbox.js"
			} }</script>
			<script type="module">${PAGE}</script>
		`),
	});
	cpSync(join(root, "node_modules/interserver-client"), join(folder, "interserver-client"), {
		recursive: true,
	});
	assert.match(await titleOf(folder), EXPECTED);
});

test("a worker", async () => {
	const folder = project("worker", {
		"worker.js": WORKER,
		"index.html": html(`<script type="module">
			const worker = new Worker("out.js", { type: "module" });
			worker.onmessage = ({ data }) => { document.title = data; };
		</script>`),
	});
	await esbuild({
		entryPoints: [join(folder, "worker.js")],
		outfile: join(folder, "out.js"),
		bundle: true,
		format: "esm",
	});
	assert.match(await titleOf(folder), EXPECTED);
});
