// The way of a newcomer in Chromium: search, choose a language, run an example, change it, stop it.

import assert from "node:assert/strict";
import { after, afterEach, beforeEach, test } from "node:test";
import { reference } from "../plugins/reference.mjs";
import { launch, serve, watch } from "./support/site.mjs";

const site = await serve();
const browser = await launch();
after(async () => {
	await browser.close();
	await site.close();
});

let page;
let problems;
beforeEach(async () => {
	const visitor = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	page = await visitor.newPage();
	problems = watch(page, site.origin);
});
afterEach(() => page.context().close());

const restart = reference.services
	.flatMap(({ operations }) => operations)
	.find(({ path }) => path === "vps.restart");
/** Where programs are written and run: an operation on the shortest page. */
const here = reference.services.toSorted((a, b) => a.operations.length - b.operations.length)[0]
	.operations[0];

async function search(words) {
	await page.getByRole("button", { name: "Search" }).click();
	await page.getByRole("dialog").getByRole("textbox").fill(words);
	return page.locator("#starlight__search .pagefind-ui__result-link");
}

const section = (name) => page.locator(`section.operation:has(#${name})`);
const tab = (name, language) => section(name).getByRole("tab", { name: language, exact: true });
const program = (name) => section(name).locator("try-it");
const state = (name) => program(name).locator(".tryit-state");

/** Waits for a run to end and gives what it printed. */
async function printed(name) {
	await state(name)
		.filter({ hasText: /^(Finished|It failed|Stopped)/ })
		.waitFor();
	return program(name).locator(".tryit-console").textContent();
}

async function openTypeScript(path) {
	const [service, name] = path.split(".");
	await page.goto(`${site.origin}/reference/${service}/#${name}`);
	await tab(name, "TypeScript").click();
}

/** Replaces the whole program in the editor. */
async function write(name, code) {
	await program(name).getByRole("button", { name: /^Edit/ }).click();
	const editor = program(name).getByRole("textbox");
	await editor.waitFor();
	await editor.fill(code);
}

test("a newcomer finds `restart` and runs it with three clicks", async () => {
	await page.goto(site.origin);
	const first = (await search("restart")).first();
	await first.waitFor();
	assert.equal(await first.getAttribute("href"), "/reference/vps/#restart");

	await first.click();
	await page.waitForURL("**/reference/vps/#restart");
	assert.ok(await page.locator("h2#restart").isVisible());
	const box = await page.locator("h2#restart").boundingBox();
	assert.ok(box.y >= 0 && box.y < 300, `the heading stands ${box.y} from the top`);

	await tab("restart", "TypeScript").click();
	await program("restart").getByRole("button", { name: "Run vps.restart" }).click();
	assert.equal((await printed("restart")).trim(), restart.examples.typescript.output.trim());
	assert.equal(await state("restart").textContent(), "Finished.");

	const call = program("restart").locator(".tryit-wire details", { hasText: restart.wire }).last();
	const [request, answer] = await call.locator("pre").allTextContents();
	assert.match(request, new RegExp(`<ns1:${restart.wire}>\\n`));
	assert.match(request, /<sid xsi:type="xsd:string">••••<\/sid>/);
	assert.match(answer, new RegExp(`<ns1:${restart.wire}Response`));
	assert.deepEqual(problems, []);
});

test("no run shows a password or a session", async () => {
	await openTypeScript("vps.restart");
	await program("restart").getByRole("button", { name: /^Run/ }).click();
	await printed("restart");
	const wire = await program("restart")
		.locator(".tryit-wire")
		.evaluate((shown) => shown.textContent);
	const login = wire.slice(wire.indexOf("api_login"), wire.indexOf("api_loginResponse"));
	assert.match(login, /<password [^>]*>••••</);
	assert.match(wire, /api_loginResponse[\s\S]*?<return [^>]*>••••</);
	assert.doesNotMatch(wire, />secret</);
});

test("the chosen language is kept from page to page", async () => {
	const { label, fence } = reference.languages.find(({ id }) => id === "rust");
	const chosen = async (place) =>
		place.getByRole("tab", { name: label, exact: true }).first().getAttribute("aria-selected");
	await page.goto(`${site.origin}/reference/vps/`);
	await tab("restart", label).click();
	assert.equal(await chosen(section("list")), "true");
	const other = reference.services.find(({ name }) => name !== "vps");
	await page.goto(`${site.origin}/reference/${other.name}/`);
	const { name } = other.operations[0];
	assert.equal(await chosen(section(name)), "true");
	const shown = section(name).locator("[role=tabpanel]:not([hidden]) pre[data-language]");
	assert.equal(await shown.getAttribute("data-language"), fence);
	for (const path of ["/", "/guides/five-minutes/"]) {
		await page.goto(site.origin + path);
		assert.equal(await chosen(page), "true", path);
	}
});

test("an edited example runs, types and all", async () => {
	await openTypeScript(here.path);
	await write(
		here.name,
		`import { Client, type Vps } from "interserver-client";
interface Greeting { text: string }
const greeting: Greeting = { text: "I was edited" };
const list: Vps[] = await new Client({
	username: process.env.INTERSERVER_USERNAME as string,
	password: process.env.INTERSERVER_PASSWORD,
	endpoint: process.env.INTERSERVER_ENDPOINT,
}).vps.list();
console.log(greeting.text, list.length > 0, { list: [1, 2] });`,
	);
	await program(here.name).getByRole("button", { name: /^Run/ }).click();
	assert.equal((await printed(here.name)).trim(), "I was edited true { list: [ 1, 2 ] }");
	await program(here.name)
		.getByRole("button", { name: /^Reset/ })
		.click();
	assert.ok(await program(here.name).locator(".expressive-code").isVisible());
	assert.equal(await program(here.name).locator(".cm-editor").count(), 0);
	assert.deepEqual(problems, []);
});

test("each run has a sandbox of its own", async () => {
	await openTypeScript(here.path);
	await write(
		here.name,
		`import { Client } from "interserver-client";
const client = Client.fromEnv();
console.log((await client.vps.get(10001)).comment);
await client.vps.restart(10001);
console.log((await client.billing.prepays("vps")).length, (await client.vps.get(10001)).serverStatus);`,
	);
	const run = program(here.name).getByRole("button", { name: /^Run/ });
	await run.click();
	const first = await printed(here.name);
	await run.click();
	assert.equal(await printed(here.name), first);
});

test("an error is shown as the client throws it", async () => {
	await openTypeScript(here.path);
	await write(
		here.name,
		`import { Client } from "interserver-client";
const { INTERSERVER_USERNAME: username, INTERSERVER_ENDPOINT: endpoint } = process.env;
await new Client({ username, password: "wrong", endpoint }).vps.list();`,
	);
	await program(here.name).getByRole("button", { name: /^Run/ }).click();
	const text = await printed(here.name);
	assert.match(text, /^InterServerError: /);
	assert.match(text, /kind: '\w+'/);
	assert.match(text, /outcome: 'not_done'/);
	assert.equal(await state(here.name).textContent(), "It failed; see the console.");
});

test("a program that cannot be read says why", async () => {
	await openTypeScript(here.path);
	await write(here.name, "const x = ;");
	await program(here.name).getByRole("button", { name: /^Run/ }).click();
	assert.match(await printed(here.name), /SyntaxError: .*\(1:11\)/);
});

test("an endless loop neither hangs the page nor outlives Stop", async () => {
	await openTypeScript(here.path);
	await write(here.name, 'console.log("begun"); for (;;) {}');
	await program(here.name).getByRole("button", { name: /^Run/ }).click();
	await program(here.name).locator(".tryit-console", { hasText: "begun" }).waitFor();
	assert.equal(await state(here.name).textContent(), "Running …");
	const ended = page.workers()[0].waitForEvent("close");
	await program(here.name).getByRole("button", { name: /^Stop/ }).click();
	assert.equal(await state(here.name).textContent(), "Stopped.");
	await ended;
	// And the next run is a run like any other.
	await program(here.name)
		.getByRole("button", { name: /^Reset/ })
		.click();
	await program(here.name).getByRole("button", { name: /^Run/ }).click();
	assert.equal((await printed(here.name)).trim(), here.examples.typescript.output.trim());
});

test("a loop that prints without end is cut", async () => {
	await openTypeScript(here.path);
	await write(here.name, 'for (let i = 0; ; i += 1) console.log("line", i);');
	await program(here.name).getByRole("button", { name: /^Run/ }).click();
	await program(here.name)
		.locator(".tryit-console", { hasText: "more than is shown here" })
		.waitFor();
	await program(here.name).getByRole("button", { name: /^Stop/ }).click();
	assert.equal(await state(here.name).textContent(), "Stopped.");
});

test("the program has no network but the sandbox", async () => {
	await openTypeScript(here.path);
	await write(here.name, 'await fetch("https://example.com/");');
	await program(here.name).getByRole("button", { name: /^Run/ }).click();
	assert.match(await printed(here.name), /TypeError: there is no network here/);
	assert.deepEqual(problems, []);
});

/** What is stored has no spaces at the ends of its lines. */
const lines = (text) => text.trim().replace(/ +$/gm, "");

for (const { name, operations } of reference.services) {
	test(`the examples of ${name} print in the page what they printed in Node`, async () => {
		const examples = operations.slice(0, 2);
		await openTypeScript(examples[0].path);
		for (const { name, path, examples: texts } of examples) {
			await program(name)
				.getByRole("button", { name: `Run ${path}`, exact: true })
				.click();
			assert.equal(lines(await printed(name)), lines(texts.typescript.output), path);
		}
		assert.deepEqual(problems, []);
	});
}

test("the search works without a network", async () => {
	await page.goto(site.origin);
	// Loaded, then cut off from everything that is not the site.
	await page
		.context()
		.route(/.*/, (route) =>
			route.request().url().startsWith(site.origin)
				? route.continue()
				: route.abort("internetdisconnected"),
		);
	const found = await search("not_found");
	await found.first().waitFor();
	assert.equal(await found.first().getAttribute("href"), "/errors/");
	assert.ok(
		(await found.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).includes(
			"/errors/#not_found",
		),
	);
	assert.deepEqual(problems, []);
});

for (const { path, wire } of [restart, reference.services[0].operations[0]]) {
	test(`the wire name ${wire} finds its operation`, async () => {
		await page.goto(site.origin);
		const found = (await search(wire)).first();
		await found.waitFor();
		assert.equal(await found.getAttribute("href"), `/reference/${path.replace(".", "/#")}`);
	});
}

test("dark is dark, follows the system, and is kept", async () => {
	const brightness = () =>
		page.evaluate(() => {
			const [r, g, b] = getComputedStyle(document.body)
				.backgroundColor.match(/[\d.]+/g)
				.map(Number);
			return (r + g + b) / 3;
		});
	await page.emulateMedia({ colorScheme: "dark" });
	await page.goto(site.origin);
	assert.ok((await brightness()) < 40);
	await page.emulateMedia({ colorScheme: "light" });
	await page.goto(site.origin);
	assert.ok((await brightness()) > 240);
	await page.locator("starlight-theme-select select").first().selectOption("dark");
	assert.ok((await brightness()) < 40);
	await page.goto(`${site.origin}/errors/`);
	assert.ok((await brightness()) < 40);
});
