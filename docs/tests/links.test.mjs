// The check that every build makes of its links.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { brokenLinks } from "../plugins/links.mjs";

const folder = mkdtempSync(join(tmpdir(), "interserver-links-"));
after(() => rmSync(folder, { recursive: true }));

function check(body) {
	mkdirSync(join(folder, "b"), { recursive: true });
	writeFileSync(join(folder, "index.html"), body);
	writeFileSync(join(folder, "b/index.html"), '<h2 id="there">There</h2>');
	writeFileSync(join(folder, "a.css"), "");
	const pages = new Map([
		["/", join(folder, "index.html")],
		["/b/", join(folder, "b/index.html")],
	]);
	return brokenLinks(pages, folder);
}

test("links that lead somewhere are sound", () => {
	const sound = [
		'href="/b/"',
		'href="b/#there"',
		'href="#here" id="here"',
		'href="/a.css"',
		'href="https://example.com/x"',
		'href="#_top"',
	];
	for (const link of sound) assert.deepEqual(check(`<a ${link}>x</a>`), [], link);
});

test("a page, an anchor and a file that are not there are found", () => {
	assert.deepEqual(check('<a class="x" href="/c/">x</a>'), ["/: /c/ leads nowhere"]);
	assert.deepEqual(check('<a href="/b/#nowhere">x</a>'), ["/: /b/#nowhere has no such anchor"]);
	assert.deepEqual(check('<a href="/b">x</a>'), ["/: /b lacks the slash at its end"]);
	assert.deepEqual(check('<img alt="" src="/picture.png">'), ["/: /picture.png leads nowhere"]);
});
