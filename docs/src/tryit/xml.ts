// What went over the wire, made readable: an element a line, secrets masked.

const MASK = "••••";

/** Masks the text of secret elements; with `whole`, of the answer's value too. */
export function withoutSecrets(xml: string, names: string[], whole: boolean): string {
	const all = whole ? [...names, "return"] : names;
	return xml.replace(
		/<([\w:.-]+)((?:\s[^<>]*)?)>([^<]+)<\/\1>/g,
		(element, name: string, attributes: string) =>
			all.includes(name.replace(/^.*:/, "")) ? `<${name}${attributes}>${MASK}</${name}>` : element,
	);
}

/** One element a line, indented by two. Elements with text stay on their line. */
export function prettyXml(xml: string): string {
	const lines: string[] = [];
	let depth = 0;
	const write = (text: string) => lines.push("  ".repeat(depth) + text);
	const tokens = xml.match(/<[^>]+>|[^<]+/g) ?? [];
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at] as string;
		if (!token.startsWith("<")) {
			if (token.trim()) write(token.trim());
		} else if (token.startsWith("</")) {
			depth = Math.max(0, depth - 1);
			write(token);
		} else if (token.startsWith("<?") || token.startsWith("<!") || token.endsWith("/>")) {
			write(token);
		} else {
			const [text, end] = [tokens[at + 1] ?? "", tokens[at + 2] ?? ""];
			if (text.startsWith("</")) {
				write(token + text);
				at += 1;
			} else if (!text.startsWith("<") && end.startsWith("</")) {
				write(token + text + end);
				at += 2;
			} else {
				write(token);
				depth += 1;
			}
		}
	}
	return lines.join("\n");
}
