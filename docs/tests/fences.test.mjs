// The rules of a guide's fences, and that nothing else than a run program is shown as one.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { MetaOptions } from "@astrojs/starlight/expressive-code";
import { outputOf } from "../plugins/fences.mjs";

const place = mkdtempSync(join(tmpdir(), "interserver-examples-"));
after(() => rmSync(place, { recursive: true }));
writeFileSync(
	join(place, "python.json"),
	JSON.stringify({
		"guide/hello": { code: "if a:\n\tprint(1)\n", output: "1\n" },
		"guide/quiet": { code: "pass\n", output: "" },
	}),
);
writeFileSync(
	join(place, "python-async.json"),
	JSON.stringify({ "guide/hello": { code: "await x", output: "2\n" } }),
);

const fence = (language, meta, code, path = "/site/guides/guide.mdx") =>
	outputOf({
		language,
		path,
		meta: new MetaOptions(meta),
		code,
		folder: pathToFileURL(`${place}/`),
	});

test("a program is shown with what it printed", () => {
	assert.equal(fence("python", "run=hello", "if a:\n  print(1)"), "1\n");
	assert.equal(fence("python", 'title="hello.py" run=hello', "if a:\n  print(1)"), "1\n");
	assert.equal(fence("python", "run=hello as=python-async", "await x"), "2\n");
	assert.equal(fence("python", "run=quiet", "pass"), "");
});

test("a program that never ran fails the build", () => {
	assert.throws(
		() => fence("python", "run=other", "x"),
		/python\.json has no guide\/other; `make examples`/,
	);
	assert.throws(() => fence("ruby", "run=hello", "x"), /ruby\.json has no guide\/hello/);
});

test("a program that changed since it ran fails the build", () => {
	assert.throws(
		() => fence("python", "run=hello", "if a:\n  print(2)"),
		/guide\/hello has changed since it ran/,
	);
});

test("a program with neither run nor a reason fails the build", () => {
	for (const language of [
		"python",
		"ts",
		"kotlin",
		"java",
		"swift",
		"rust",
		"sh",
		"php",
		"perl",
		"ruby",
	]) {
		assert.throws(() => fence(language, "", "x"), /needs run=NAME, or static=/, language);
	}
	assert.throws(() => fence("sh", "static", "x"), /needs run=NAME/);
	assert.equal(fence("sh", 'static="it installs"', "x"), undefined);
});

test("what is no program, or no page of Markdown, is left alone", () => {
	assert.equal(fence("xml", "", "<a/>"), undefined);
	assert.equal(fence("", "", "text"), undefined);
	assert.equal(fence("python", "", "x", "http://localhost/reference/vps/"), undefined);
});
