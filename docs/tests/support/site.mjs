// The built site on a port of this machine, and a browser that looks at it.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tests/browser/chromium.mjs";

const folder = fileURLToPath(new URL("../../dist/", import.meta.url));
const TYPES = {
	".css": "text/css",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".json": "application/json",
	".svg": "image/svg+xml",
	".wasm": "application/wasm",
};

/** Serves `docs/dist`; whatever is not there is answered with 404. */
export async function serve(port = 0) {
	const server = createServer((request, response) => {
		const path = decodeURIComponent(new URL(request.url, "http://site.invalid").pathname);
		const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
		if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
			response.writeHead(404, { "content-type": TYPES[".html"] });
			response.end(readFileSync(join(folder, "404.html")));
			return;
		}
		response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
		response.end(readFileSync(file));
	});
	await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
	return {
		origin: `http://127.0.0.1:${server.address().port}`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Starts a browser; the caller closes it. */
export const launch = () => chromium.launch(launchOptions());

const PATIENCE = 300_000;

/** Notes what goes wrong in a page: errors that nobody caught, and requests that leave the site. */
export function watch(page, origin) {
	// A busy machine is slow, and not wrong.
	page.setDefaultTimeout(PATIENCE);
	page.setDefaultNavigationTimeout(PATIENCE);
	const problems = [];
	page.on("pageerror", (error) => problems.push(String(error)));
	page.on("response", (response) => {
		if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
	});
	page.on("request", (request) => {
		const url = request.url();
		if (
			!url.startsWith(`${origin}/`) &&
			!url.startsWith("data:") &&
			!url.startsWith(`blob:${origin}`)
		)
			problems.push(`asked for ${url}`);
	});
	return problems;
}

/** The addresses of all built pages. */
export function allPages() {
	return readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith("index.html"))
		.map((name) => `/${name.slice(0, -"index.html".length)}`)
		.sort();
}
