// A sandbox behind a real socket of this machine, and a page's files beside it.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { Sandbox } from "interserver-client/sandbox";

const anyOrigin = { "access-control-allow-origin": "*" };
const TYPES = {
	".html": "text/html",
	".js": "text/javascript",
	".css": "text/css",
	".png": "image/png",
};

/** Serves until it is closed. `folder` holds files to serve, `files` further ones by path. */
export async function serve({ folder, files = {} } = {}) {
	const sandbox = await Sandbox.create({ seed: 1, realTime: true });
	const server = createServer(async (request, response) => {
		const path = request.url.split("?")[0];
		if (path === "/api.php" || path.startsWith("/sandbox/")) {
			return relay(sandbox, request, response);
		}
		if (path === "/redirect") {
			if (request.method === "OPTIONS") {
				const asked = request.headers["access-control-request-headers"];
				response.writeHead(204, { ...anyOrigin, "access-control-allow-headers": asked });
				return response.end();
			}
			response.writeHead(302, { location: "/api.php", ...anyOrigin });
			return response.end();
		}
		const name = path === "/" ? "/index.html" : path;
		try {
			const body = files[name] ?? (await readFile(join(folder, normalize(name))));
			response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "text/plain" });
			response.end(body);
		} catch {
			response.writeHead(404);
			response.end();
		}
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const origin = `http://127.0.0.1:${server.address().port}`;
	const { username, password } = sandbox.options;
	return {
		origin,
		sandbox,
		options: { endpoint: `${origin}/api.php`, username, password },
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Headers between two machines, which a `fetch` refuses to take. */
const HOP_BY_HOP = new Set([
	"connection",
	"host",
	"content-length",
	"transfer-encoding",
	"keep-alive",
	"expect",
]);

async function relay(sandbox, request, response) {
	const pieces = [];
	for await (const piece of request) pieces.push(piece);
	const gone = new AbortController();
	response.on("close", () => gone.abort());
	try {
		const answer = await sandbox.fetch(`http://127.0.0.1${request.url}`, {
			method: request.method,
			headers: Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.has(name)),
			body: pieces.length > 0 ? Buffer.concat(pieces) : undefined,
			signal: gone.signal,
		});
		const headers = Object.fromEntries(answer.headers);
		delete headers["content-encoding"];
		response.writeHead(answer.status, headers);
		response.end(Buffer.from(await answer.arrayBuffer()));
	} catch {
		// A fault of the sandbox's, or nobody there any more: either way the line breaks.
		request.socket.destroy();
	}
}
