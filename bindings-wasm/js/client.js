// `Client`: what people hold. The services come from `api.js`, which is written from the core's
// declaration; here is what the core offers beyond single operations.

import { readEnvironment } from "./env.js";
import { InterServerError, translated } from "./errors.js";
import * as api from "./generated/api.js";
import { Binding, initSync } from "./generated/client.js";
import wasm from "./generated/client.wasm.js";
import { aborted, Host } from "./host.js";
import { lazily } from "./load.js";
import { hideSecrets } from "./mask.js";

export { InterServerError };

const start = lazily(() => wasm, initSync);
const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/** Waits for an answer of the core; an abort rejects with the signal's reason, as `fetch` does. */
async function answer(begin, signal) {
	signal?.throwIfAborted();
	let text;
	try {
		text = await begin(aborted(signal));
	} catch (thrown) {
		if (thrown === undefined) throw signal.reason;
		throw translated(thrown);
	}
	return JSON.parse(text);
}

/** What the services call through. */
class Line {
	#binding;

	constructor(options) {
		start();
		const { fetch, clock } = options ?? {};
		for (const [name, value, kind] of [
			["fetch", fetch, "function"],
			["clock", clock, "object"],
		]) {
			if (value !== undefined && typeof value !== kind) {
				throw new InterServerError(settingError(`\`${name}\` must be a ${kind}`));
			}
		}
		try {
			this.#binding = new Binding(options, new Host(fetch, clock), Math.random());
		} catch (thrown) {
			throw translated(thrown);
		}
	}

	get binding() {
		if (this.#binding === undefined) {
			throw new InterServerError(settingError("the client has been disposed of"));
		}
		return this.#binding;
	}

	async invoke(wire, given, options) {
		const value = await answer(
			(signal) => this.binding.invoke(wire, given, options, signal),
			options?.signal,
		);
		// No operation answers null: it stands for success without a value.
		return hideSecrets(value ?? undefined, api.secrets[wire]);
	}

	dispose() {
		this.#binding?.free();
		this.#binding = undefined;
	}
}

function settingError(message) {
	return {
		kind: "configuration",
		operation: null,
		message,
		retryable: false,
		outcome: "not_done",
		attempts: 0,
		retryAfter: null,
		httpStatus: null,
		faultCode: null,
		statusText: null,
	};
}

class VpsService extends api.VpsService {
	async waitFor(id, state, options = {}) {
		const { signal } = options;
		const vps = await answer((task) => this.line.binding.waitFor(id, state, options, task), signal);
		return hideSecrets(vps, api.secrets.api_vps_get_service);
	}

	orderMark(options) {
		return answer((task) => this.line.binding.orderMark(task), options?.signal);
	}

	async findOrder(order, since, options) {
		const found = await answer(
			(task) => this.line.binding.findOrder(order, since, task),
			options?.signal,
		);
		if (found !== null) hideSecrets(found.vps, api.secrets.api_vps_get_service);
		return found;
	}
}

class DnsService extends api.DnsService {
	upsertRecord(zone, record, options) {
		return answer((task) => this.line.binding.upsertRecord(zone, record, task), options?.signal);
	}

	findZone(name, first, last, options) {
		return answer((task) => this.line.binding.findZone(name, first, last, task), options?.signal);
	}
}

class SupportService extends api.SupportService {
	async *tickets(options = {}) {
		const { signal, status } = options;
		const walk = this.line.binding.tickets(status);
		try {
			for (;;) {
				const ticket = await answer((task) => walk.next(task), signal);
				if (ticket === null) return;
				yield ticket;
			}
		} finally {
			walk.free();
		}
	}
}

const extended = { vps: VpsService, dns: DnsService, support: SupportService };

export class Client {
	#line;

	constructor(options) {
		this.#line = new Line(options);
		for (const [name, plain] of Object.entries(api.services)) {
			const Service = extended[name] ?? plain;
			Object.defineProperty(this, name, { value: new Service(this.#line), enumerable: true });
		}
	}

	static fromEnv(options) {
		const { options: found, missing } = readEnvironment(options);
		if (missing !== undefined) throw new InterServerError(settingError(missing));
		return new Client({ ...found, ...options });
	}

	get endpoint() {
		return this.#line.binding.endpoint();
	}

	get session() {
		return this.#line.binding.session();
	}

	async authenticate(options) {
		await answer((task) => this.#line.binding.authenticate(task), options?.signal);
	}

	call(wireName, args, options) {
		return answer(
			(task) => this.#line.binding.call(wireName, args, options, task),
			options?.signal,
		);
	}

	async inventory(options) {
		const inventory = await answer((task) => this.#line.binding.inventory(task), options?.signal);
		for (const failure of inventory.failures) {
			failure.error = new InterServerError(failure.error);
		}
		return inventory;
	}

	dispose() {
		this.#line.dispose();
	}

	[dispose]() {
		this.dispose();
	}
}
