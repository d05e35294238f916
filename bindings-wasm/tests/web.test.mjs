// The dashboard, built by Vite from the packed package and used in Chromium as a person would.

import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "vite";
import { launch, watchedPage } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";

const folder = join(import.meta.dirname, "node_modules/.web");
cpSync(join(import.meta.dirname, "../../examples/web"), folder, { recursive: true });
await build({
	root: folder,
	configFile: false,
	logLevel: "silent",
	build: { chunkSizeWarningLimit: 5000 },
});
const server = await serve({ folder: join(folder, "dist") });
const browser = await launch();
after(async () => {
	await browser.close();
	await server.close();
	rmSync(folder, { recursive: true });
});

async function open() {
	const { page, problems } = await watchedPage(browser);
	await page.setViewportSize({ width: 1100, height: 800 });
	await page.goto(server.origin);
	return { page, problems };
}

test("on the in-page sandbox everything is there, and a restart is seen through", async () => {
	const { page, problems } = await open();
	await page.click("#sign-in button");
	await page.waitForSelector("body[data-ready]");
	assert.equal(await page.locator("#services h3").count(), 10);
	assert.ok((await page.locator("#invoices tr").count()) > 0);
	assert.equal(await page.locator("#tickets tr").count(), 8);
	if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });

	const vps = page.locator("#services tr", { hasText: "web1.example.com" }).first();
	await vps.locator("button").click();
	await vps.locator('[data-state="restarting"]').waitFor();
	await vps.locator('[data-state="running"]').waitFor({ timeout: 60_000 });

	await page.fill('#dns [name="name"]', "new.example.com");
	await page.fill('#dns [name="content"]', "203.0.113.99");
	await page.click('#dns button:text("Save")');
	const record = page.locator("#dns tr", { hasText: "new.example.com" });
	await record.waitFor();
	await record.locator("button").click();
	await record.waitFor({ state: "detached" });
	assert.deepEqual(problems, []);
	assert.equal(server.sandbox.count("*"), 0, "the network was asked");
	await page.close();
});

test("with an account it asks the server, and says what is wrong", async () => {
	const { page, problems } = await open();
	await page.uncheck('[name="sandbox"]');
	await page.fill('[name="endpoint"]', server.options.endpoint);
	await page.fill('[name="username"]', server.options.username);
	await page.fill('[name="password"]', "wrong");
	await page.click("#sign-in button");
	await page.locator("#problem:not(:empty)").waitFor();
	await page.fill('[name="password"]', server.options.password);
	await page.click("#sign-in button");
	await page.waitForSelector("body[data-ready]");
	assert.ok(server.sandbox.count("vps.list") >= 1);
	assert.deepEqual(problems, []);
	await page.close();
});
