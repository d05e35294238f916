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
					if (typeof value === "string")
						return /^(docs|summary|advice|when|retries|effectDocs|rule)$/.test(key) ? [value] : [];
					return key === "examples" || key === "xml" ? [] : texts(value);
				});
	mkdirSync(folder, { recursive: true });
	for (const service of reference.services) {
		writeFileSync(
			join(folder, `${service.name}.md`),
			texts(service)
				.map((text) => `${text}\n\n`)
				.join(""),
		);
	}
	writeFileSync(
		join(folder, "errors.md"),
		texts(reference.errors)
			.map((text) => `${text}\n\n`)
			.join(""),
	);
}

/** The files that match; there must be some for each. */
function files(cwd, ...globs) {
	return globs.flatMap((glob) => {
		const found = globSync(glob, { cwd }).map((file) => join(cwd, file));
		assert.ok(found.length, glob);
		return found;
	});
}

/** What cspell does not know, a line each: `file:line:column - word`. */
function unknown(...lists) {
	const args = [
		join(docs, "node_modules/cspell/bin.mjs"),
		"--no-progress",
		"--no-summary",
		"--root",
		"/",
		"--config",
		join(docs, "cspell.json"),
		...lists.flat(),
	];
	return new Promise((resolve, reject) => {
		execFile(process.execPath, args, { cwd: docs, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
			if (error && error.code !== 1) reject(new Error(stderr || String(error)));
			else resolve(stdout.split("\n").filter((line) => line.includes("Unknown word")));
		});
	});
}

test("no word is misspelt but the one that was put there", async (context) => {
	const folder = mkdtempSync(join(tmpdir(), "interserver-texts-"));
	context.after(() => rmSync(folder, { recursive: true }));
	writeTexts(folder);
	writeFileSync(join(folder, "mistake.md"), "A sentense with a mistake, and `noooword` in code.\n");
	const found = await unknown(
		files(
			dirname(docs),
			"{README,CHANGELOG,CONTRIBUTING,SECURITY,VERSIONS}.md",
			"bindings-*/README.md",
			"docs/*.md",
			"docs/src/content/docs/**/*.mdx",
		),
		files(folder, "*.md"),
	);
	assert.equal(found.length, 1, found.join("\n"));
	assert.match(found[0], /mistake\.md:1:3 - Unknown word \(sentense\)/);
});
