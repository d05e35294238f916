// The fences of the guides: a program says `run=NAME`, and what it printed is shown below it, or it
// says `static="why it cannot be run"`. Everything else fails the build.

import { existsSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { definePlugin } from "@astrojs/starlight/expressive-code";
import { h } from "@astrojs/starlight/expressive-code/hast";

/** The words of a fence and the language whose tests run it. */
const PROGRAMS = {
	python: "python",
	ts: "typescript",
	kotlin: "kotlin",
	java: "java",
	swift: "swift",
	rust: "rust",
	sh: "shell",
	php: "php",
	perl: "perl",
	ruby: "ruby",
};

const stored = new Map();

/** What the tests of a language stored: id → { code, output }. */
function examples(folder, language) {
	const file = new URL(`${language}.json`, folder);
	if (!stored.has(file.href)) {
		stored.set(file.href, existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
	}
	return stored.get(file.href);
}

/** What a program printed, as it stands below its code. */
export function outputBlock(text) {
	return h("div.example-output", [
		h("p.example-output-title", "Output"),
		h("pre", { tabindex: 0, role: "group", "aria-label": "Output" }, [h("code", text)]),
	]);
}

/** The stored output of a fence; undefined for what is no program of a Markdown page. */
export function outputOf({ language, path, meta, code, folder }) {
	if (!path || !/\.mdx?$/.test(path) || !Object.hasOwn(PROGRAMS, language)) return undefined;
	const name = meta.getString("run");
	const guide = basename(path, extname(path));
	const where = `${guide}: a fence in \`${language}\``;
	if (!name) {
		if (meta.getString("static")) return undefined;
		throw new Error(`${where} needs run=NAME, or static="why it cannot be run"`);
	}
	const tests = meta.getString("as") ?? PROGRAMS[language];
	const id = `${guide}/${name}`;
	const example = examples(folder, tests)[id];
	if (!example) {
		throw new Error(
			`${where}: docs/examples/${tests}.json has no ${id}; \`make examples\` runs it and stores what it prints`,
		);
	}
	const same = (text) => text.replaceAll("\t", "  ").trimEnd();
	if (same(example.code) !== same(code)) {
		throw new Error(`${where}: ${id} has changed since it ran; \`make examples\` runs it again`);
	}
	return example.output;
}

/** For Expressive Code, which sees every fence with its meta. `folder` holds the stored examples. */
export function fences({ folder = new URL("../examples/", import.meta.url) } = {}) {
	return definePlugin({
		name: "interserver-fences",
		hooks: {
			postprocessRenderedBlockGroup: ({ renderedGroupContents, renderData }) => {
				for (const { codeBlock } of renderedGroupContents) {
					const output = outputOf({
						language: codeBlock.language,
						path: codeBlock.parentDocument?.sourceFilePath,
						meta: codeBlock.metaOptions,
						code: codeBlock.code,
						folder,
					});
					if (output?.trim()) renderData.groupAst.children.push(outputBlock(output));
				}
			},
		},
	});
}
