// The types of `interserver-client/sandbox`.

import type { ClientOptions, PlainValue } from "@@INDEX@@";

/** Something that goes wrong with a request. */
export type Fault =
	| { readonly fault: "latency"; readonly milliseconds: number }
	| { readonly fault: "slow_drip"; readonly bytes: number; readonly milliseconds: number }
	| { readonly fault: "connection_refused" | "reset_before_effect" | "reset_after_effect" | "cut" }
	| { readonly fault: "status"; readonly code: number; readonly retryAfter?: number | undefined }
	| { readonly fault: "html_500"; readonly executed?: boolean | undefined }
	| {
			readonly fault:
				| "empty_body"
				| "truncated"
				| "byte_order_mark"
				| "blank_lines"
				| "php_warning"
				| "expired_session";
	  }
	| {
			readonly fault: "soap_fault";
			readonly code?: string | undefined;
			readonly text?: string | undefined;
	  }
	| { readonly fault: "rows"; readonly rows: number }
	| { readonly fault: "huge_body" | "gzip_bomb"; readonly bytes: number };

/** Options of a {@link Sandbox}. */
export interface SandboxOptions {
	/** All chance comes from it. Default 1. */
	readonly seed?: number | undefined;
	/**
	 * Whether time goes by as outside, for a page that people look at. Otherwise it moves only when
	 * the client waits or {@link Sandbox.advance} is called, so that tests take no time. Default false.
	 */
	readonly realTime?: boolean | undefined;
}

/**
 * A stateful stand-in for the service in this process: no network, no account.
 *
 * ```js
 * const sandbox = await Sandbox.create({ seed: 1 });
 * const client = new Client({ ...sandbox.options });
 * ```
 */
export declare class Sandbox {
	private constructor();
	/** Makes a sandbox. The same seed and the same calls give the same answers. */
	static create(options?: SandboxOptions): Promise<Sandbox>;
	/** Settings for a client: endpoint, `fetch`, the demo account and, unless in real time, a clock. */
	readonly options: Required<Pick<ClientOptions, "endpoint" | "username" | "password">> &
		Pick<ClientOptions, "fetch" | "clock">;
	/** Answers a request, as the network's `fetch` would. */
	readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
	/** The account as data. */
	get state(): { [name: string]: PlainValue };
	/** What came in so far. */
	get requests(): { [name: string]: PlainValue }[];
	/** How many requests of an operation came in, by wire name, method path such as `vps.list`, or `*`. */
	count(operation: string): number;
	/** Makes the next requests of an operation meet a fault. */
	fail(operation: string, fault: Fault, count?: number): void;
	/** Moves the time by milliseconds, and lets happen what is due. */
	advance(milliseconds: number): void;
	/** Ends all sessions. */
	expireSessions(): void;
	/** Goes back to the first state. */
	reset(): void;
	/** Chooses the bytes that answers come in. */
	setCharset(charset: "latin1" | "utf8" | "mislabelled"): void;
	/** Chooses what operations answer to a session that has ended. */
	setDeadSessionAnswer(answer: string): void;
}
