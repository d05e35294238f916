// What is done to the built pages: colours of code become classes, links are checked, and the index
// of the search is written, in which every operation is a result of its own.

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as pagefind from "pagefind";
import { brokenLinks } from "./links.mjs";
import { records } from "./search.mjs";

/** The pages below a folder: path from the site's root → file. */
function pagesOf(folder) {
	const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
	return new Map(
		names.map((name) => [`/${name.replace(/(^|\/)index\.html$/, "$1")}`, join(folder, name)]),
	);
}

const PROPERTIES = {
	"": "color",
	bg: "background-color",
	fs: "font-style",
	fw: "font-weight",
	td: "text-decoration",
};

/** The rules of one token: `--0` and what begins so is of the dark theme, `--1` of the light one. */
function rules(name, style) {
	const themes = [[], []];
	for (const [, theme, property, value] of style.matchAll(/--([01])(\w*):([^;]+)/g)) {
		themes[theme].push(`${PROPERTIES[property]}:${value}`);
	}
	return `.${name}{${themes[0].join(";")}}[data-theme=light] .${name}{${themes[1].join(";")}}`;
}

/**
 * Each token carries its colours as a style. As classes they weigh a fifth, and what has the colour
 * of plain text needs none.
 */
export function withClasses(html) {
	const classes = new Map();
	const shorter = html
		.replace(/<span style="--0:#E1E4E8;--1:#24292E">([^<]*)<\/span>/g, "$1")
		.replace(/<span style="(--[^"]+)">/g, (_, style) => {
			if (!classes.has(style)) classes.set(style, `c${classes.size.toString(36)}`);
			return `<span class="${classes.get(style)}">`;
		});
	if (!classes.size) return html;
	const all = [...classes].map(([style, name]) => rules(name, style)).join("");
	return shorter.replace("</head>", `<style>${all}</style></head>`);
}

/**
 * What Markdown and Starlight leave to do. The key that opens the search would be part of its
 * button's visible name, which the label lacks: the style sheet shows it. Heads of tables say what
 * they head. What can be scrolled sideways can be reached with the keyboard.
 */
export function reachable(html) {
	return html
		.replace(/(<button data-open-modal[\s\S]*?)<kbd [\s\S]*?<\/kbd>\s*<\/kbd>/, "$1")
		.replaceAll('<pre data-language="', '<pre tabindex="0" data-language="')
		.replace(/<th(?: [^>]*)?><\/th>/g, "<td></td>")
		.replace(/<th(?![^>]* scope=)(?=[ >])/g, '<th scope="col"')
		.replace(/(<div class="scrolls"[^>]*>\s*)?<table>([\s\S]*?)<\/table>/g, (table, wrapped) =>
			wrapped
				? table
				: `<div class="scrolls" tabindex="0" role="group" aria-label="Table">${table}</div>`,
		);
}

/** Many regions without a name are no landmarks: code that can be scrolled becomes a group. */
function withoutLandmarks(folder) {
	const scripts = readdirSync(folder).filter((name) => /^ec\..*\.js$/.test(name));
	for (const file of scripts.map((name) => join(folder, name))) {
		const script = readFileSync(file, "utf8");
		if (!script.includes('"role","region"'))
			throw new Error("Expressive Code names its regions otherwise now");
		writeFileSync(file, script.replaceAll('"role","region"', '"role","group"'));
	}
}

function checked({ errors, ...result }) {
	if (errors.length) throw new Error(`Pagefind: ${errors.join("; ")}`);
	return result;
}

async function index(pages, folder) {
	const { index } = checked(await pagefind.createIndex());
	try {
		for (const [url, file] of pages) {
			const content = readFileSync(file, "utf8");
			if (content.includes("data-pagefind-body"))
				checked(await index.addHTMLFile({ url, content }));
		}
		for (const record of records()) checked(await index.addCustomRecord(record));
		rmSync(folder, { recursive: true, force: true });
		checked(await index.writeFiles({ outputPath: folder }));
	} finally {
		await pagefind.close();
	}
}

export function finish() {
	return {
		name: "interserver-finish",
		hooks: {
			"astro:build:done": async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const pages = pagesOf(folder);
				for (const file of pages.values()) {
					writeFileSync(file, reachable(withClasses(readFileSync(file, "utf8"))));
				}
				withoutLandmarks(join(folder, "_astro"));
				const broken = brokenLinks(pages, folder);
				if (broken.length) throw new Error(`broken links:\n  ${broken.join("\n  ")}`);
				logger.info(`links of ${pages.size} pages are sound`);
				await index(pages, join(folder, "pagefind"));
			},
		},
	};
}
