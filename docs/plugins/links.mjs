// Every link of every built page, and every anchor, must lead somewhere. Addresses elsewhere are not
// asked: a build needs no network.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const decoded = (text) => text.replaceAll("&#38;", "&").replaceAll("&amp;", "&");

/** What is wrong with the links of the pages, a line each. */
export function brokenLinks(pages, folder) {
	const anchors = new Map();
	const html = new Map();
	for (const [path, file] of pages) {
		const text = readFileSync(file, "utf8");
		html.set(path, text);
		anchors.set(
			path,
			new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((match) => decoded(match[1]))),
		);
	}
	const problems = new Set();
	for (const [path, text] of html) {
		for (const [, attribute, raw] of text.matchAll(/<[a-z][^>]*?\s(href|src)="([^"]*)"/g)) {
			const url = new URL(decoded(raw), `http://site.invalid${path}`);
			if (url.origin !== "http://site.invalid") continue;
			const target = decodeURIComponent(url.pathname);
			const anchor = decodeURIComponent(url.hash.slice(1));
			if (!anchors.has(target)) {
				const file = join(folder, target);
				if (attribute === "href" && anchors.has(`${target}/`)) {
					problems.add(`${path}: ${raw} lacks the slash at its end`);
				} else if (!existsSync(file) || !statSync(file).isFile()) {
					problems.add(`${path}: ${raw} leads nowhere`);
				}
			} else if (anchor && anchor !== "_top" && !anchors.get(target).has(anchor)) {
				problems.add(`${path}: ${raw} has no such anchor`);
			}
		}
	}
	return [...problems].sort();
}
