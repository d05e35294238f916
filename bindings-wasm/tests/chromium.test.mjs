// The behaviour suite and the network in headless Chromium, on a real page that bundles the package.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { build } from "esbuild";
import { network } from "./behaviour/network.js";
import { scenarios } from "./behaviour/scenarios.js";
import { launch, watchedPage } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";

const bundled = await build({
	stdin: {
		contents: `
			import { Client, InterServerError } from "interserver-client";
			import { Sandbox } from "interserver-client/sandbox";
			import { run } from "./behaviour/scenarios.js";
			import { network } from "./behaviour/network.js";
			// A page has no way to print an object but these.
			const print = (value) => String(value) + (value instanceof Error ? JSON.stringify(value) : "");
			window.scenario = (name) => run(name, { Client, InterServerError, Sandbox, print });
			window.network = (name, base) => {
				const control = async (command, body) => {
					const url = new URL("/sandbox/" + command, base.endpoint);
					const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
					if (!answer.ok) throw new Error(await answer.text());
				};
				return network[name]({ Client, base, control });
			};
			document.title = "ready";
		`,
		resolveDir: import.meta.dirname,
	},
	bundle: true,
	format: "esm",
	write: false,
});
const html =
	'<!doctype html><title></title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';
const page_ = { "/index.html": html, "/page.js": bundled.outputFiles[0].text };
const pages = await serve({ files: page_ });
// Another origin than the page's, so that the browser asks for leave.
const api = await serve();
const browser = await launch();
after(async () => {
	await browser.close();
	await Promise.all([pages.close(), api.close()]);
});
const { page, problems } = await watchedPage(browser);
await page.goto(pages.origin);
await page.waitForFunction(() => document.title === "ready");

for (const name of Object.keys(scenarios)) {
	test(name, () => page.evaluate((name) => window.scenario(name), name));
}

for (const name of Object.keys(network)) {
	for (const [where, server] of Object.entries({
		"the same origin": pages,
		"another origin": api,
	})) {
		test(`${name}, from ${where}`, async () => {
			server.sandbox.reset();
			await page.evaluate(([name, base]) => window.network(name, base), [name, server.options]);
		});
	}
}

test("nothing was thrown where nobody looked", () => assert.deepEqual(problems, []));
