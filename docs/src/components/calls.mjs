// The call in an example: the one line that a person who moves from an old script looks for.

/** The text from `start` to the parenthesis that closes the one at `open`; texts are jumped over. */
function balanced(code, start, open) {
	let depth = 0;
	for (let at = open; at < code.length; at += 1) {
		const letter = code[at];
		if (letter === '"' || letter === "'") {
			at += 1;
			while (at < code.length && code[at] !== letter) at += code[at] === "\\" ? 2 : 1;
		} else if (letter === "(") {
			depth += 1;
		} else if (letter === ")") {
			depth -= 1;
			if (depth === 0) return code.slice(start, at + 1);
		}
	}
	return undefined;
}

/** On one line. Only what a line end makes is touched, so that texts stay as they are. */
const flat = (text) =>
	text
		.replace(/\s*\n\s*\./g, ".")
		.replace(/([([])\s*\n\s*/g, "$1")
		.replace(/,?\s*\n\s*([)\]])/g, "$1")
		.replace(/\s*\n\s*/g, " ");

const plain = (name) => name.replaceAll("_", "").toLowerCase();

/** The command of a shell program that calls an operation, its lines joined. */
function command(code, path) {
	const [service, name] = path.split(".").map((part) => part.replaceAll("_", "-"));
	const joined = code.replace(/\\\n\s*/g, "");
	return joined
		.split("\n")
		.find((line) => line.includes(`interserver ${service} ${name}`))
		?.trim();
}

/** The call of an operation in a program of any language; the whole program if it has none. */
export function callIn(code, path) {
	const shell = command(code, path);
	if (shell) return shell;
	const [service, name] = path.split(".").map(plain);
	for (const match of code.matchAll(/client\s*\.\s*(\w+)\s*(?:\(\))?\s*\.\s*(\w+)\s*\(/g)) {
		if (plain(match[1]) !== service || plain(match[2]) !== name) continue;
		const call = balanced(code, match.index, match.index + match[0].length - 1);
		if (call) return flat(call);
	}
	return code.trim();
}
