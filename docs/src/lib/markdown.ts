// The documentation of the declaration is Markdown with Rust's names in it; here it becomes HTML.

import { markdownToHtml } from "satteri";

/** Names as a reader of any language knows them: `Vps::server` is `Vps.server`. */
function neutral(markdown: string): string {
	return markdown
		.replace(/\[(`[^`]+`)\](?:\([^)]*::[^)]*\)|\[[^\]]*\])?(?!\()/g, "$1")
		.replace(
			/`([^`]+)`/g,
			(_, code: string) => `\`${code.replace(/\bcrate::|\bSelf::/g, "").replaceAll("::", ".")}\``,
		);
}

/** Paragraphs, lists, code. */
export function block(markdown: string): string {
	return markdown ? markdownToHtml(neutral(markdown)).html : "";
}

/** One sentence or two, without a paragraph around them. */
export function inline(markdown: string): string {
	return block(markdown)
		.trim()
		.replace(/^<p>([\s\S]*)<\/p>$/, (whole, inner: string) =>
			inner.includes("<p>") ? whole : inner,
		);
}

export interface Heading {
	depth: number;
	slug: string;
	text: string;
}

/** A file of the repository as a page: without its title, with anchors, its links to files made whole. */
export function page(
	markdown: string,
	folder: string,
): { title: string; html: string; headings: Heading[] } {
	const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "";
	const headings: Heading[] = [];
	const html = markdownToHtml(markdown.replace(/^# .+$/m, ""))
		.html.replace(/<h([23])>(.*?)<\/h\1>/g, (_, depth: string, inner: string) => {
			const text = inner.replace(/<[^>]+>/g, "");
			const slug = text
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, "-")
				.replace(/^-|-$/g, "");
			headings.push({ depth: Number(depth), slug, text });
			return `<h${depth} id="${slug}">${inner}</h${depth}>`;
		})
		.replace(/href="(\.\.?\/[^"]*)"/g, (_, href: string) => {
			const path = new URL(href, `http://x/${folder}/`).pathname;
			return `href="https://github.com/interserver-client/interserver/blob/main${path}"`;
		})
		.replaceAll("<pre>", '<pre tabindex="0">');
	return { title, html, headings };
}
