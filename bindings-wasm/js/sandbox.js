// `Sandbox`: a stand-in for the service in this process, as a `fetch`.

import { initSync, password, SandboxWorld, username } from "./generated/sandbox.js";
import wasm from "./generated/sandbox.wasm.js";
import { lazily } from "./load.js";

const start = lazily(() => wasm, initSync);
/** Nothing listens there; the sandbox's `fetch` never asks the network. */
const ORIGIN = "http://127.0.0.1";
/** Any moment will do. */
const EPOCH = performance.now();

export class Sandbox {
	#world;
	#realTime;
	/** Real time that the world has been told of. */
	#told;
	/** Milliseconds that have passed for those who ask this clock. */
	#passed = 0;

	static async create(options) {
		start();
		return new Sandbox(options);
	}

	constructor({ seed = 1, realTime = false, ...rest } = {}) {
		const unknown = Object.keys(rest)[0];
		if (unknown !== undefined) throw new TypeError(`\`${unknown}\` is no option of the sandbox`);
		if (!Number.isSafeInteger(seed) || seed < 0) {
			throw new TypeError("`seed` must be a whole number from 0 up");
		}
		start();
		this.#world = new SandboxWorld(seed);
		this.#realTime = Boolean(realTime);
		this.#told = performance.now() - EPOCH;
		this.fetch = this.fetch.bind(this);
		const account = { username: username(), password: password() };
		this.options = { endpoint: `${ORIGIN}/api.php`, fetch: this.fetch, ...account };
		if (!this.#realTime) {
			this.options.clock = {
				now: () => this.#passed,
				sleep: async (milliseconds) => this.#pass(milliseconds),
			};
		}
	}

	async fetch(input, init) {
		const request = new Request(input, init);
		const body = new Uint8Array(await request.arrayBuffer());
		request.signal.throwIfAborted();
		const answer = this.#handle(request, body);
		try {
			await this.#arrive(answer, request.signal);
			const status = answer.status();
			const headers = new Headers();
			const flat = answer.headers();
			for (let i = 0; i < flat.length; i += 2) headers.append(flat[i], flat[i + 1]);
			const bytes = status === 204 ? null : await plain(answer.body(), headers);
			return new Response(bytes, { status, headers });
		} finally {
			answer.free();
		}
	}

	#handle(request, body) {
		this.#catchUp();
		const url = new URL(request.url);
		const headers = ["host", url.host];
		for (const [name, value] of request.headers) {
			// A `fetch` decompresses, and nothing is gained by it here.
			if (name !== "accept-encoding") headers.push(name, value);
		}
		return this.#world.handle(request.method, url.pathname, url.search.slice(1), headers, body);
	}

	/** Lets the time pass that an answer takes, and breaks off where it is to break off. */
	async #arrive(answer, signal) {
		const ending = answer.ending();
		if (ending === "refused") throw failed("ECONNREFUSED");
		if (ending === "reset") throw failed("ECONNRESET");
		const takes = answer.takes();
		if (this.#realTime && takes > 0) await sleep(takes, signal);
		else this.#pass(takes);
		if (ending === "cut") throw failed("ECONNRESET");
	}

	#pass(milliseconds) {
		if (this.#realTime) return;
		this.#passed += milliseconds;
		this.#world.advance(milliseconds);
	}

	/** Tells the world what time has passed outside. */
	#catchUp() {
		if (!this.#realTime) return;
		const now = performance.now() - EPOCH;
		this.#world.advance(now - this.#told);
		this.#told = now;
	}

	#command(method, command, body) {
		const request = new Request(`${ORIGIN}/sandbox/${command}`, { method });
		const bytes = new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body));
		const answer = this.#handle(request, bytes);
		try {
			const json = JSON.parse(new TextDecoder().decode(answer.body()));
			if (answer.status() !== 200) throw new TypeError(json.error);
			return json;
		} finally {
			answer.free();
		}
	}

	get state() {
		return this.#command("GET", "state");
	}

	get requests() {
		return this.#command("GET", "requests").requests;
	}

	count(operation) {
		return this.#world.count(operation);
	}

	fail(operation, { fault, ...details }, count = 1) {
		this.#command("POST", "fail", { operation, fault, ...snake(details), count });
	}

	advance(milliseconds) {
		this.#command("POST", "advance", { seconds: milliseconds / 1000 });
		if (!this.#realTime) this.#passed += milliseconds;
	}

	expireSessions() {
		this.#command("POST", "expire");
	}

	reset() {
		this.#command("POST", "reset");
	}

	setCharset(charset) {
		this.#command("POST", "charset", { charset });
	}

	setDeadSessionAnswer(answer) {
		this.#command("POST", "dead-session", { answer });
	}
}

function snake(details) {
	return Object.fromEntries(
		Object.entries(details).map(([name, value]) => [
			name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
			value,
		]),
	);
}

/** What Node's `fetch` throws for a connection that fails. */
function failed(code) {
	const cause = Object.assign(new Error(`${code}: the sandbox breaks the connection`), { code });
	return new TypeError("fetch failed", { cause });
}

function sleep(milliseconds, signal) {
	return new Promise((resolve, reject) => {
		const give = () => {
			clearTimeout(id);
			reject(signal.reason);
		};
		const id = setTimeout(() => {
			signal.removeEventListener("abort", give);
			resolve();
		}, milliseconds);
		signal.addEventListener("abort", give, { once: true });
	});
}

/** The body as `fetch` gives it: decompressed, with the header still there. */
async function plain(bytes, headers) {
	if (headers.get("content-encoding") !== "gzip") return bytes;
	return new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
}
