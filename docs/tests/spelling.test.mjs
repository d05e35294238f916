// Prose that people read: the site, the files at the root of the repository, the declaration's own
// documentation. Code is left out; words of the trade are in words.txt.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { reference } from "../plugins/reference.mjs";

const docs = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Every text of the reference, a file for each service, so that a mistake is found again. */
function writeTexts(folder) {
	const texts = (thing) =>
		Array.isArray(thing)
			? thing.flatMap(texts)
			: Object.entries(thing ?? {}).flatMap(([key, value]) => {
					if (typeof value === "string") return /^(docs|summary|advice|when|retries|effectDocs|rule)$/.test(key) ? [value] : [];
					return key === "examples" || key === "xml" ? [] : texts(value);
				});
	mkdirSync(folder, { recursive: true });
	for (const service of reference.services) {
		writeFileSync(join(folder, `${service.name}.md`), texts(service).map((text) => `${text}\n\n`).join(""));
	}
	writeFileSync(join(folder, "errors.md"), texts(reference.errors).map((text) => `${text}\n\n`).join(""));
}

/** What cspell does not know, a line each: `file:line:column - word`. */
function unknown(cwd, ...globs) {
	const files = globSync(globs, { cwd }).map((file) => join(cwd, file));
	assert.ok(files.length >= globs.length, "there are files");
	const args = [join(docs, "node_modules/cspell/bin.mjs"), "--no-progress", "--no-summary", "--root", "/", "--config", join(docs, "cspell.json"), ...files];
	return new Promise((resolve, reject) => {
		execFile(process.execPath, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
			if (error && error.code !== 1) reject(new Error(stderr || String(error)));
			else resolve(stdout.split("\n").filter((line) => line.includes("Unknown word")));
		});
	});
}

test("no word is misspelt", async (context) => {
	const folder = mkdtempSync(join(tmpdir(), "interserver-texts-"));
	context.after(() => rmSync(folder, { recursive: true }));
	writeTexts(folder);
	const written = await unknown(
		dirname(docs),
		"{README,CHANGELOG,CONTRIBUTING,SECURITY,VERSIONS}.md",
		"bindings-*/README.md",
		"docs/*.md",
		"docs/src/content/docs/**/*.mdx",
	);
	assert.deepEqual([...written, ...(await unknown(folder, "*.md"))], []);
});

test("a misspelt word is found", async (context) => {
	const folder = mkdtempSync(join(tmpdir(), "interserver-texts-"));
	context.after(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, "a.md"), "A sentense with a mistake, and `noooword` in code.\n");
	const found = await unknown(folder, "*.md");
	assert.equal(found.length, 1);
	assert.match(found[0], /sentense/);
});
