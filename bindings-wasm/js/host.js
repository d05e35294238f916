// The network and the clock, for the core, which has neither in WebAssembly.

/** The longest time that a timer of the platform takes; a longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

const inNode = typeof process !== "undefined" && Boolean(process.versions?.node);

/** Headers that a browser sets itself. Some let pages set it, and then ask the server first. */
const OWN_HEADERS = new Set(inNode ? [] : ["user-agent"]);

/** Codes of Node for connections that were never made, so that no byte of the request left. */
const NEVER_CONNECTED = new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"UND_ERR_CONNECT_TIMEOUT",
]);

/** Something under way that can be given up. Giving it up settles it, so that nothing waits on. */
class Task {
	constructor(promise, cancel) {
		this.promise = promise;
		this.cancel = cancel;
	}
}

/** A timer of the platform, as a task. */
function timer(milliseconds) {
	let id;
	let done;
	const promise = new Promise((resolve) => {
		done = resolve;
		id = setTimeout(resolve, Math.min(milliseconds, LONGEST_TIMER));
	});
	return new Task(promise, () => {
		clearTimeout(id);
		done();
	});
}

/** A task that ends when a signal aborts, or nothing without a signal. */
export function aborted(signal) {
	if (signal === undefined || signal === null) return undefined;
	let done;
	const promise = new Promise((resolve) => {
		done = resolve;
		signal.addEventListener("abort", resolve, { once: true });
	});
	return new Task(promise, () => {
		signal.removeEventListener("abort", done);
		done();
	});
}

/** Why there is no answer, as `host.rs` reads it. */
class Problem {
	constructor(kind, sent, message, cause) {
		this.kind = kind;
		this.sent = sent;
		this.message = message;
		this.cause = cause;
	}
}

export class Host {
	#fetch;
	#clock;

	constructor(fetch, clock) {
		this.#fetch = fetch;
		this.#clock = clock;
	}

	now() {
		return this.#clock ? this.#clock.now() : performance.now();
	}

	sleep(milliseconds) {
		if (!this.#clock) return timer(milliseconds);
		return new Task(this.#clock.sleep(milliseconds), () => {});
	}

	/** A clock that moves only when someone sleeps has no moment at which a call is too long. */
	alarm(milliseconds) {
		if (!this.#clock) return timer(milliseconds);
		let done;
		return new Task(
			new Promise((resolve) => {
				done = resolve;
			}),
			() => done(),
		);
	}

	send(url, headers, body, most, milliseconds) {
		const giveUp = new AbortController();
		const work = this.#send(url, headers, body, most, milliseconds, giveUp.signal);
		return new Task(work, () => giveUp.abort());
	}

	async #send(url, flat, body, most, milliseconds, signal) {
		const started = this.now();
		// Node would ask for deflate too, and the server's lacks the header that HTTP wants.
		const headers = inNode ? [["accept-encoding", "gzip"]] : [];
		for (let i = 0; i < flat.length; i += 2) {
			if (!OWN_HEADERS.has(flat[i])) headers.push([flat[i], flat[i + 1]]);
		}
		let response;
		try {
			// Looked up at each call, so that a test's replacement of the global one is seen.
			const fetch = this.#fetch ?? globalThis.fetch;
			response = await fetch(url, {
				method: "POST",
				headers,
				body,
				signal,
				redirect: "manual",
				credentials: "omit",
				cache: "no-store",
				referrerPolicy: "no-referrer",
			});
		} catch (cause) {
			throw problem(cause);
		}
		const received = await read(response, most);
		// By another clock than the platform's nobody rings when the time is up.
		if (this.#clock && this.now() - started > milliseconds) {
			throw new Problem("timeout", true, "the answer took too long");
		}
		const answered = [];
		response.headers.forEach((value, name) => {
			// What `fetch` gives is decompressed already, whatever the header says.
			if (name !== "content-encoding") answered.push(name, value);
		});
		// A browser hides which redirect it was.
		const status = response.type === "opaqueredirect" ? 300 : response.status;
		return { status, headers: answered, body: received };
	}
}

function problem(cause) {
	const code = cause?.cause?.code;
	const sent = !NEVER_CONNECTED.has(code);
	const what = sent ? "no answer came" : "no connection";
	return new Problem("connect", sent, code ? `${what} (${code})` : what, cause);
}

/** The body, as long as it is no longer than allowed. */
async function read(response, most) {
	try {
		if (!response.body?.getReader) {
			const whole = new Uint8Array(await response.arrayBuffer());
			if (whole.length > most) throw tooLarge();
			return whole;
		}
		const pieces = [];
		let length = 0;
		const reader = response.body.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			length += value.length;
			if (length > most) {
				// The rest is of no interest, nor is a failure to stop it.
				reader.cancel().catch(() => {});
				throw tooLarge();
			}
			pieces.push(value);
		}
		if (pieces.length === 1) return pieces[0];
		const whole = new Uint8Array(length);
		let at = 0;
		for (const piece of pieces) {
			whole.set(piece, at);
			at += piece.length;
		}
		return whole;
	} catch (cause) {
		if (cause instanceof Problem) throw cause;
		throw new Problem("connect", true, "the connection broke in the middle of the answer", cause);
	}
}

function tooLarge() {
	return new Problem("too_large", true, "the body is larger than allowed");
}
