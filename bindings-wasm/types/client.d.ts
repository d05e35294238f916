// The types of `interserver-client`. Written by hand up to the services; the rest is made from the
// declaration of the API by `cargo xtask npm`.

/** What every call may be told. */
export interface CallOptions {
	/** Ends the call; its promise is rejected with the signal's reason, an `AbortError` by default. */
	readonly signal?: AbortSignal | undefined;
	/** Time for this call in milliseconds, its repetitions and login included, instead of the client's. */
	readonly timeoutMs?: number | undefined;
	/** Lets text pass that the server would turn into `?`, instead of the client's setting. */
	readonly allowLossyText?: boolean | undefined;
}

/** What a job of several calls may be told. */
export interface JobOptions {
	/** Ends the job; its promise is rejected with the signal's reason, an `AbortError` by default. */
	readonly signal?: AbortSignal | undefined;
}

/** Another clock than the platform's. A sandbox brings one, so that waiting costs no time. */
export interface Clock {
	/** Milliseconds since some fixed moment; they never go back. */
	now(): number;
	/** Waits. */
	sleep(milliseconds: number): Promise<void>;
}

/** A `fetch`: the platform's, or something that behaves like it. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** When reads are repeated. Nothing else ever is, once a byte of it may have left. */
export interface RetryPolicy {
	/** How many times a call is sent at most, the first time included. Default 3. */
	readonly attempts?: number | undefined;
	/** Milliseconds before the first repetition; they double each time. Default 250. */
	readonly pauseMs?: number | undefined;
	/** The longest pause in milliseconds. Default 8000. */
	readonly longestPauseMs?: number | undefined;
	/** Repetitions that a client may make for each call, over time. Ten are free. Default 0.2. */
	readonly budget?: number | undefined;
}

/** How much of an answer is believed before it is refused. */
export interface Limits {
	/** Bytes of a body, decompressed. Default 32 MiB. */
	readonly body?: number | undefined;
	/** Nesting of elements. Default 64. */
	readonly depth?: number | undefined;
	/** Attributes of one element. Default 64. */
	readonly attributes?: number | undefined;
	/** Elements in all. Default 1,000,000. */
	readonly nodes?: number | undefined;
	/** Bytes that references may add by being followed. Default 32 MiB. */
	readonly references?: number | undefined;
}

/** Settings of a {@link Client}. */
export interface ClientOptions {
	/** User name: the account's e-mail address. */
	readonly username?: string | undefined;
	/** Password, or the API key in its place. */
	readonly password?: string | undefined;
	/** A session to resume, from {@link Client.session}; alone or with credentials. */
	readonly session?: string | undefined;
	/** Address of the API. HTTPS, except to this machine. Default `https://my.interserver.net/api.php`. */
	readonly endpoint?: string | undefined;
	/** Milliseconds for a call with its repetitions and, if needed, its login. Default 60,000. */
	readonly timeoutMs?: number | undefined;
	/** What makes the requests. Default: the platform's `fetch`. */
	readonly fetch?: Fetch | undefined;
	/** What time it is. Default: the platform's clock and timers. */
	readonly clock?: Clock | undefined;
	/** How many requests may be under way at once; the others wait. Default 16. */
	readonly concurrency?: number | undefined;
	/** When reads are repeated. */
	readonly retry?: RetryPolicy | undefined;
	/** How large and how nested an answer may be. */
	readonly limits?: Limits | undefined;
	/** Milliseconds for which a session counts as alive after an answer that carries something. Default 60,000. */
	readonly sessionProvenForMs?: number | undefined;
	/** Lets text through that the server would turn into `?`: what Latin-1 does not have. Default false. */
	readonly allowLossyText?: boolean | undefined;
	/** Text behind this library's name in the `User-Agent` header. Browsers do not send it. */
	readonly userAgentSuffix?: string | undefined;
}

/** Whether the server did what was asked. If `unknown`, look before you try again. */
export type Outcome = "done" | "not_done" | "unknown";

/** Why a call failed. An abort is not among them: it rejects with the signal's reason. */
export declare class InterServerError extends Error {
	private constructor();
	readonly name: "InterServerError";
	/** What kind of failure it was. */
	readonly kind: ErrorKind;
	/** Wire name of the operation, if one had been called. */
	readonly operation: string | null;
	/** Whether the same call may succeed later and may be sent again without harm. */
	readonly retryable: boolean;
	/** Whether the server did what was asked. */
	readonly outcome: Outcome;
	/** How many times the call was sent. */
	readonly attempts: number;
	/** Seconds that the server asks to wait. */
	readonly retryAfter: number | null;
	/** HTTP status, if an answer came. */
	readonly httpStatus: number | null;
	/** SOAP fault code without its prefix, such as `Server`. */
	readonly faultCode: string | null;
	/** What the API itself said. */
	readonly statusText: string | null;
	/** What `fetch` threw, if it did. */
	readonly cause?: unknown;
	/** The error as plain data. */
	toJSON(): Record<string, unknown>;
}

/** A value of the raw door and of data that no one promised a shape for. */
export type PlainValue =
	| null
	| boolean
	| number
	| string
	| PlainValue[]
	| { [name: string]: PlainValue };

/** Options of the raw door. */
export interface RawOptions extends CallOptions {
	/** Puts the session id first, for a function that this version does not know. */
	readonly withSession?: boolean | undefined;
}

/** A service of whatever module, with what all of them have. */
export interface InventoryItem {
	/** The module that it belongs to. */
	module: Module;
	/** Order number, for the module's own operations. */
	id: number;
	/** Host name, else user name, else address. */
	label: string | null;
	/** Where the order stands in billing. */
	status: ServiceStatus | null;
	/** Its own state, where the module has one: `running`, say. */
	serverStatus: string | null;
	/** Primary IP address. */
	ip: string | null;
	/** Number of the package or type. */
	serviceType: number | null;
	/** When it was ordered, in the server's own time and words. */
	orderDate: string | null;
}

/** Every service of the account, and the modules that could not be listed. */
export interface Inventory {
	/** The services, by module. */
	items: InventoryItem[];
	/** Modules whose list failed; what they hold is missing from `items`. */
	failures: { module: Module; error: InterServerError }[];
}

/** How to wait for a state. */
export interface WaitOptions extends JobOptions {
	/** Milliseconds to wait in all. Default 600,000. */
	readonly deadlineMs?: number | undefined;
	/** Milliseconds before the second look; each pause is half as long again. Default 1000. */
	readonly pauseMs?: number | undefined;
	/** The longest pause in milliseconds. Default 15,000. */
	readonly longestPauseMs?: number | undefined;
	/**
	 * If the first look finds the state already, it counts only once the VPS has been seen to leave
	 * it, or after this many milliseconds. Default 60,000.
	 */
	readonly settleMs?: number | undefined;
}

/** A moment before an order: the highest order number then. */
export type OrderMark = number;

/** An order that did arrive. */
export interface FoundOrder {
	/** The VPS that came of it. */
	vps: Vps;
	/** Its invoices. */
	invoices: Invoice[];
}

/** What {@link DnsService.upsertRecord} did. */
export interface Upserted {
	/** Whether the record was added, changed, or said so already. */
	action: "added" | "updated" | "unchanged";
	/** Number of the record. */
	id: number;
}

export interface VpsService {
	/**
	 * Waits until a VPS is in a state, looking again after growing pauses.
	 *
	 * Fails with `timeout` if the deadline passes first.
	 *
	 * @param id Order number of the VPS.
	 * @param state The state to wait for.
	 */
	waitFor(id: number, state: ServerStatus, options?: WaitOptions): Promise<Vps>;
	/** Marks the moment before an order, for {@link findOrder}. */
	orderMark(options?: JobOptions): Promise<OrderMark>;
	/**
	 * Looks whether an order arrived whose outcome is unknown: a VPS of the ordered host name that
	 * came after the mark, with its invoices. Null if the server has no such VPS.
	 *
	 * @param order The order as it was placed.
	 * @param since What {@link orderMark} gave before.
	 */
	findOrder(order: VpsOrder, since: OrderMark, options?: JobOptions): Promise<FoundOrder | null>;
}

export interface DnsService {
	/**
	 * Makes a zone's record of a name and type say what the draft says: the one there is gets
	 * changed, and if there is none, one is added.
	 *
	 * Fails with `invalid_argument` if there are several records of that name and type.
	 *
	 * @param zone Number of the zone.
	 * @param record What the record shall be.
	 */
	upsertRecord(zone: number, record: DnsRecordDraft, options?: JobOptions): Promise<Upserted>;
	/**
	 * Finds a zone by its name among the numbers of a range. Each number is asked for, so keep the
	 * range small.
	 *
	 * Fails with `not_found` if no zone in the range has the name.
	 *
	 * @param name Domain name.
	 * @param first First number of the range.
	 * @param last Last number of the range.
	 */
	findZone(name: string, first: number, last: number, options?: JobOptions): Promise<DnsZone>;
}

export interface SupportService {
	/**
	 * Goes through the tickets, a page at a time, as they are asked for:
	 * `for await (const ticket of client.support.tickets())`.
	 *
	 * @param options `status`: only tickets in this state, such as `Open`.
	 */
	tickets(
		options?: JobOptions & { readonly status?: string | undefined },
	): AsyncGenerator<TicketSummary, void, undefined>;
}

/**
 * A client of the API: its services have a method for each operation.
 *
 * ```js
 * const client = new Client({ username: "you@example.com", password: "password or API key" });
 * for (const vps of await client.vps.list()) console.log(vps.id, vps.hostname);
 * ```
 *
 * Making one takes no network. Calls may be made at once; they share one session.
 */
export declare class Client implements Disposable {
	/** Makes a client. Throws an {@link InterServerError} of kind `configuration` if a setting is wrong. */
	constructor(options?: ClientOptions);
	/**
	 * Makes a client from environment variables, where there are any: `INTERSERVER_USERNAME` with
	 * `INTERSERVER_PASSWORD` or `INTERSERVER_API_KEY`, `INTERSERVER_SESSION` and
	 * `INTERSERVER_ENDPOINT`. `INTERSERVER_PROXY` and `INTERSERVER_CA_FILE` are refused, because a
	 * `fetch` cannot honour them. Throws an {@link InterServerError} of kind `configuration` that
	 * names the variable.
	 *
	 * @param options What is set here comes before what the environment says.
	 */
	static fromEnv(options?: ClientOptions): Client;
	/** The address of the API. */
	get endpoint(): string;
	/** The session id, once there is one, to be resumed later. A secret. */
	get session(): string | undefined;
	/** Logs in now instead of at the first call. */
	authenticate(options?: JobOptions): Promise<void>;
	/**
	 * Calls any function by its wire name, with arguments by their wire names and without the
	 * session id. One that this version does not know is treated as a write.
	 *
	 * @param wireName Such as `api_vps_get_service`.
	 * @param args Such as `{ id: 1234 }`.
	 */
	call(
		wireName: string,
		args?: Readonly<Record<string, string | number | boolean | null | undefined>>,
		options?: RawOptions,
	): Promise<PlainValue>;
	/** Lists the services of all modules at once. A module that fails does not cost the others. */
	inventory(options?: JobOptions): Promise<Inventory>;
	/** Gives the memory back. Calls under way go on; further ones fail. */
	dispose(): void;
	/** Like {@link dispose}, for `using`. */
	[Symbol.dispose](): void;
}

export interface Client extends Services {}
