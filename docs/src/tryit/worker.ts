// Runs one program on a fresh sandbox, in a worker, so that it can be ended whatever it does. What
// it prints and what goes over the wire is reported as it happens.

import { init, parse } from "es-module-lexer";
import { format, inspect } from "node-inspect-extracted";
import { transform } from "sucrase";

export type Report =
	| { kind: "line"; text: string; level: string }
	| { kind: "call"; operation: string; status: number; request: string; answer: string }
	| { kind: "failed"; text: string }
	| { kind: "done" };

declare const __CLIENT__: string;

/** An endless loop that prints would fill the page before anyone can stop it. */
const MOST_LINES = 1000;

const report = (message: Report) => self.postMessage(message);
const files = new URL(__CLIENT__, self.location.href);
const modules: Record<string, string> = {
	"interserver-client": new URL("index.js", files).href,
	"interserver-client/sandbox": new URL("sandbox.js", files).href,
};

let lines = 0;

function print(level: string, text: string) {
	lines += 1;
	if (lines <= MOST_LINES) report({ kind: "line", text, level });
	else if (lines === MOST_LINES + 1)
		report({ kind: "line", text: "… more than is shown here", level: "warn" });
}

for (const level of ["debug", "error", "info", "log", "warn"] as const) {
	console[level] = (...values: unknown[]) => print(level, format(...values));
}
console.dir = (value: unknown) => print("log", inspect(value));

/** What the sandbox stands in for is the network; there is no other one here. */
async function network(sandbox: { fetch: typeof fetch; options: { endpoint: string } }) {
	globalThis.fetch = async (input, init) => {
		const asked = new Request(input, init);
		if (asked.url !== sandbox.options.endpoint) {
			throw new TypeError(`there is no network here, only the sandbox: ${asked.url}`);
		}
		const request = await asked.text();
		const response = await sandbox.fetch(input, init);
		const bytes = await response.clone().arrayBuffer();
		const charset =
			/charset=([\w-]+)/i.exec(response.headers.get("content-type") ?? "")?.[1] ?? "utf-8";
		const answer = new TextDecoder(charset).decode(bytes);
		const operation =
			/<(?:[\w-]+:)?Body[^>]*>\s*<(?:[\w-]+:)?([\w.-]+)/.exec(request)?.[1] ?? "call";
		report({ kind: "call", operation, status: response.status, request, answer });
		return response;
	};
}

/** The program as a module: without types, its imports at the addresses of the site's own files. */
async function compiled(code: string): Promise<string> {
	const script = transform(code, {
		transforms: ["typescript"],
		disableESTransforms: true,
		keepUnusedImports: true,
	}).code;
	await init;
	let text = "";
	let at = 0;
	for (const found of parse(script)[0]) {
		if (!("specifier" in found) || found.specifier === undefined) continue;
		const address = modules[found.specifier];
		if (!address)
			throw new Error(
				`cannot import "${found.specifier}" here: there are ${Object.keys(modules).join(" and ")}`,
			);
		const quoted = /^["'`]/.test(script.slice(found.start));
		text += script.slice(at, found.start) + (quoted ? JSON.stringify(address) : address);
		at = found.end;
	}
	return text + script.slice(at);
}

/** An error as Node shows it, without the lines that lead into the libraries. */
function shown(error: unknown): string {
	if (!(error instanceof Error)) return `Uncaught ${inspect(error)}`;
	const facts = inspect({ ...error });
	return `${error.name}: ${error.message}${facts === "{}" ? "" : ` ${facts}`}`;
}

self.addEventListener("message", async ({ data }: MessageEvent<{ code: string }>) => {
	try {
		const script = await compiled(data.code);
		const { Sandbox } = await import(
			/* @vite-ignore */ modules["interserver-client/sandbox"] as string
		);
		const sandbox = await Sandbox.create({ seed: 1, realTime: true });
		await network(sandbox);
		Object.assign(globalThis, {
			process: {
				env: {
					INTERSERVER_ENDPOINT: sandbox.options.endpoint,
					INTERSERVER_USERNAME: sandbox.options.username,
					INTERSERVER_PASSWORD: sandbox.options.password,
				},
				// Secrets are masked where Node prints them, and this console prints as Node does.
				versions: { node: "24" },
			},
		});
		await import(
			/* @vite-ignore */ URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
		);
		report({ kind: "done" });
	} catch (error) {
		report({ kind: "failed", text: shown(error) });
	}
});
self.addEventListener("unhandledrejection", (event) => {
	event.preventDefault();
	report({ kind: "failed", text: shown(event.reason) });
});
