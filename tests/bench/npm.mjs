// Compares the npm package with npm's `soap`: node tests/bench/npm.mjs, after `make npm`.
//
// Both talk to a server on this machine that gives the same bytes, so that only the clients differ.
// Each row is the median of runs in processes of their own. Prints a table for docs/performance.md.

import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(import.meta.dirname, "../..");
const work = join(root, "bindings-wasm/node_modules/.bench");
const require = createRequire(join(root, "bindings-wasm/package.json"));
const RUNS = 5;
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

const makers = {
	"interserver-client": async (port) => {
		const started = performance.now();
		const { Client } = await import(pathToFileURL(join(work, "index.js")));
		const loaded = performance.now();
		const options = { endpoint: `http://127.0.0.1:${port}/api.php`, session: "x" };
		const client = new Client({ ...options, limits: { body: 2 ** 30, nodes: 1e8 } });
		return { loaded: loaded - started, made: performance.now() - loaded, call: () => client.vps.invoices() };
	},
	soap: async (port) => {
		const started = performance.now();
		const soap = require("soap");
		const loaded = performance.now();
		const client = await soap.createClientAsync(`http://127.0.0.1:${port}/api.php?wsdl`);
		const call = () => client.api_vps_get_client_invoicesAsync({ sid: "x" });
		return { loaded: loaded - started, made: performance.now() - loaded, call };
	},
};

if (process.env.BENCH_CLIENT) {
	const { loaded, made, call } = await makers[process.env.BENCH_CLIENT](process.env.BENCH_PORT);
	await call();
	const warm = [];
	for (let i = 0; i < Number(process.env.BENCH_CALLS); i += 1) {
		const started = performance.now();
		await call();
		warm.push(performance.now() - started);
	}
	const memory = process.resourceUsage().maxRSS / 1024;
	process.send({ loaded, made, warm: median(warm), memory });
	process.disconnect();
} else {
	await main();
}

async function main() {
	rmSync(work, { recursive: true, force: true });
	mkdirSync(work, { recursive: true });
	const [version] = readFileSync(join(root, "Cargo.toml"), "utf8").match(/(?<=^version = ").*(?=")/m);
	const tarball = join(root, `dist/interserver-client-${version}.tgz`);
	execFileSync("tar", ["-xzf", tarball, "-C", work, "--strip-components=1"]);
	const { Sandbox } = await import(pathToFileURL(join(work, "sandbox.js")));
	const sandbox = await Sandbox.create();
	const wsdl = await (await sandbox.fetch("http://127.0.0.1/api.php?wsdl")).text();
	let body = "";
	const server = createServer((request, response) => {
		request.resume();
		const text = request.method === "GET" ? wsdl.replace(/http:\/\/127\.0\.0\.1[^"]*api\.php/g, `http://127.0.0.1:${server.address().port}/api.php`) : body;
		response.writeHead(200, { "content-type": "text/xml; charset=utf-8" });
		response.end(text);
	});
	// Else a slow reader finds its connection closed between two calls.
	server.keepAliveTimeout = 60_000;
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	console.log("| rows | client | load | construct | call | peak memory |");
	console.log("| --- | --- | --- | --- | --- | --- |");
	for (const [rows, calls] of [[1, 50], [1000, 10], [10_000, 5]]) {
		body = invoices(rows);
		for (const name of Object.keys(makers)) {
			const runs = [];
			for (let i = 0; i < RUNS; i += 1) runs.push(await measure(name, server.address().port, calls));
			const of = (key) => median(runs.map((run) => run[key])).toFixed(1);
			console.log(`| ${rows} | \`${name}\` | ${of("loaded")} ms | ${of("made")} ms | ${of("warm")} ms | ${of("memory")} MB |`);
		}
	}
	server.close();
	await sizes();
}

/** An answer of so many invoices, in the form that the server has. */
function invoices(rows) {
	const field = (name, type, value) => `<${name} xsi:type="xsd:${type}">${value}</${name}>`;
	const names = [["invoices_id", "int", 1], ["invoices_description", "string", "Größe &amp; mehr"], ["invoices_amount", "float", "10.50"], ["invoices_custid", "int", 20001], ["invoices_type", "int", 1], ["invoices_date", "string", "2026-01-31 12:00:00"], ["invoices_paid", "int", 1], ["invoices_module", "string", "vps"], ["invoices_currency", "string", "USD"], ["invoices_service", "int", 10001]];
	const item = (i) => `<item xsi:type="tns:sql_row_invoices">${names.map(([name, type, value]) => field(name, type, name === "invoices_id" ? i + 1 : value)).join("")}</item>`;
	const items = Array.from({ length: rows }, (_, i) => item(i)).join("");
	return `<?xml version="1.0" encoding="utf-8"?><SOAP-ENV:Envelope SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" xmlns:tns="urn:myapi"><SOAP-ENV:Body><ns1:api_vps_get_client_invoicesResponse xmlns:ns1="urn:myapi"><return xsi:type="SOAP-ENC:Array" SOAP-ENC:arrayType="tns:sql_row_invoices[${rows}]">${items}</return></ns1:api_vps_get_client_invoicesResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`;
}

async function measure(name, port, calls) {
	const env = { ...process.env, BENCH_CLIENT: name, BENCH_PORT: port, BENCH_CALLS: calls };
	const child = fork(import.meta.filename, { env });
	const [result] = await once(child, "message");
	return result;
}

/** What a bundle of either holds, gzipped. */
async function sizes() {
	const { build } = require("esbuild");
	for (const [name, entry] of [["interserver-client", join(work, "index.js")], ["soap", require.resolve("soap")]]) {
		const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, platform: "node", write: false, logLevel: "error" });
		console.log(`${name}, bundled for Node and gzipped: ${gzipSync(outputFiles[0].contents, { level: 9 }).length} bytes`);
	}
}
