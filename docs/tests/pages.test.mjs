// Every page as it is built: complete, usable with a keyboard and a screen reader, good on a phone,
// and without a request that leaves the site.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { reference } from "../plugins/reference.mjs";
import { allPages, launch, serve, watch } from "./support/site.mjs";

const site = await serve();
const browser = await launch();
after(async () => {
	await browser.close();
	await site.close();
});

const pages = allPages();
const guide = pages.find((path) => /^\/guides\/./.test(path));
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

async function open(path, { viewport = DESK, colorScheme = "light" } = {}) {
	const visitor = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
	const page = await visitor.newPage();
	const problems = watch(page, site.origin);
	await page.goto(site.origin + path);
	return { page, problems, [Symbol.asyncDispose]: () => visitor.close() };
}

test("there is a page for everything", () => {
	const expected = ["/", "/errors/", "/performance/", "/from-the-samples/", "/reference/"];
	for (const path of [
		...expected,
		...reference.services.map(({ name }) => `/reference/${name}/`),
	]) {
		assert.ok(pages.includes(path), path);
	}
	assert.ok(guide, "a guide");
});

for (const service of reference.services) {
	test(`${service.name}: each operation has its anchor, and an example in each language`, async () => {
		await using opened = await open(`/reference/${service.name}/`);
		const found = await opened.page.evaluate(() =>
			[...document.querySelectorAll("section.operation")].map((section) => ({
				name: section.querySelector("h2").id,
				tabs: [...section.querySelectorAll("[role=tab]")].map((tab) => tab.textContent.trim()),
				codes: [...section.querySelectorAll("[role=tabpanel]")].map(
					(panel) => panel.querySelector("pre[data-language]")?.textContent ?? "",
				),
				outputs: [...section.querySelectorAll("[role=tabpanel]")].map(
					(panel) => panel.querySelector(".example-output pre")?.textContent ?? "",
				),
				failures: section.querySelectorAll(".failures a[href^='/errors/#']").length,
			})),
		);
		assert.deepEqual(
			found.map(({ name }) => name),
			service.operations.map(({ name }) => name),
		);
		for (const [at, operation] of service.operations.entries()) {
			const { tabs, codes, outputs, failures } = found[at];
			assert.deepEqual(
				tabs,
				[...reference.languages.map(({ label }) => label), "XML"],
				operation.path,
			);
			for (const [tab, { id }] of reference.languages.entries()) {
				const bare = (text) => text.replace(/\s+/g, "");
				assert.equal(
					bare(codes[tab]),
					bare(operation.examples[id].code),
					`${operation.path} in ${id}`,
				);
				assert.equal(
					outputs[tab].trim(),
					operation.examples[id].output.trim(),
					`${operation.path} in ${id}`,
				);
			}
			assert.equal(failures, operation.failures.length, operation.path);
		}
	});
}

test("each kind of error has its anchor, what to do, and a name in each language", async () => {
	await using opened = await open("/errors/");
	for (const kind of reference.errors) {
		const section = opened.page.locator(`section.error-kind:has(#${kind.word})`);
		const names = await section.locator("dd").allTextContents();
		assert.deepEqual(
			names,
			reference.languages.map(({ id }) => kind.names[id]).filter(Boolean),
			kind.word,
		);
		assert.match(
			await section.textContent(),
			/What happened[\s\S]*What to do[\s\S]*What it is called/,
		);
	}
});

for (const path of pages) {
	test(`${path} stays on the site, fits a phone and has no gap in its structure`, async () => {
		await using opened = await open(path, { viewport: PHONE });
		const { page, problems } = opened;
		const facts = await page.evaluate(() => {
			const visible = (element) => element.checkVisibility();
			const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
			const headings = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map(
				(heading) => Number(heading.tagName[1]),
			);
			return {
				wide,
				jumps: headings.filter((depth, at) => depth > (headings[at - 1] ?? 1) + 1).length,
				titles: headings.filter((depth) => depth === 1).length,
				unscoped: document.querySelectorAll("main th:not([scope])").length,
				repeated: [...document.querySelectorAll("[id]")]
					.map(({ id }) => id)
					.filter((id, at, all) => all.indexOf(id) !== at),
				// What can be scrolled sideways can be reached with the keyboard.
				unreachable: [...document.querySelectorAll("main *")]
					.filter(
						(element) =>
							visible(element) &&
							element.scrollWidth > element.clientWidth &&
							/auto|scroll/.test(getComputedStyle(element).overflowX),
					)
					.filter(
						(element) =>
							element.tabIndex < 0 && !element.querySelector("a, button, [tabindex='0']"),
					)
					.map(({ outerHTML }) => outerHTML.slice(0, 100)),
			};
		});
		assert.deepEqual(facts, {
			wide: 0,
			jumps: 0,
			titles: 1,
			unscoped: 0,
			repeated: [],
			unreachable: [],
		});
		assert.deepEqual(problems, []);
	});
}

const smallest = reference.services.toSorted((a, b) => a.operations.length - b.operations.length)[0]
	.name;
for (const [what, path] of Object.entries({
	home: "/",
	guide,
	errors: "/errors/",
	reference: `/reference/${smallest}/`,
})) {
	for (const colorScheme of ["light", "dark"]) {
		for (const [width, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
			test(`axe finds nothing on ${what}, ${colorScheme}, ${width}`, async () => {
				await using opened = await open(path, { viewport, colorScheme });
				const axe = new AxeBuilder({ page: opened.page });
				// The dark pages are the light ones in other colours.
				if (colorScheme === "dark") axe.withRules(["color-contrast"]);
				const { violations } = await axe.analyze();
				const found = violations.map(
					({ id, nodes }) =>
						`${id}: ${nodes
							.map(({ html }) => html)
							.slice(0, 3)
							.join(" ")}`,
				);
				assert.deepEqual(found, []);
			});
		}
	}
}

test("axe finds nothing on an example that was edited and ran", async () => {
	const { name } = reference.services.find(({ name }) => name === smallest).operations[0];
	await using opened = await open(`/reference/${smallest}/`);
	const { page } = opened;
	const section = `section.operation:has(#${name})`;
	await page.locator(section).getByRole("tab", { name: "TypeScript" }).click();
	const program = page.locator(`${section} try-it`);
	await program.getByRole("button", { name: /^Edit/ }).click();
	await program.locator(".cm-editor").waitFor();
	await program.getByRole("button", { name: /^Run/ }).click();
	await program.locator(".tryit-state", { hasText: "Finished." }).waitFor();
	const { violations } = await new AxeBuilder({ page }).include(section).analyze();
	assert.deepEqual(
		violations.map(
			({ id, nodes }) =>
				`${id}: ${nodes
					.map(({ html }) => html)
					.slice(0, 3)
					.join(" ")}`,
		),
		[],
	);
});

test("who wants less motion gets none", async () => {
	await using opened = await open("/");
	const moving = await opened.page.evaluate(() =>
		[...document.querySelectorAll("*")]
			.filter((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0.001)
			.map(({ outerHTML }) => outerHTML.slice(0, 80)),
	);
	assert.deepEqual(moving, []);
});
