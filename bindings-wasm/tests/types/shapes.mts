// Checked by tsc, never run: the shapes that programs rely on, and mistakes that must not pass.

import {
	Client,
	type ErrorKind,
	InterServerError,
	type Invoice,
	type Vps,
	type VpsOrder,
} from "interserver-client";
import { Sandbox } from "interserver-client/sandbox";

type Same<A, B> =
	(<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(..._: Same<A, B> extends true ? [] : [never]): void {}

const sandbox = await Sandbox.create({ seed: 1 });
using client = new Client({ ...sandbox.options, timeoutMs: 5000 });
new Client();

const list = await client.vps.list({ signal: AbortSignal.timeout(1000) });
same<typeof list, Vps[]>();
same<Vps["id"], number>();
same<Vps["hostname"], string | null>();
same<Vps["rootPassword"], string | null>();
same<Invoice["amount"], number | null>();
same<Invoice["date"], string | null>();

const order: VpsOrder = {
	templateFile: "a",
	templateOs: "b",
	hostname: "c.example.com",
	rootPassword: "d",
};
const bought = await client.vps.buy({ ...order, slices: 2 });
same<typeof bought.invoices, number[]>();
const done = await client.vps.cancel(1);
same<typeof done, void>();
for await (const ticket of client.support.tickets({ status: "Open" }))
	same<typeof ticket.id, number>();
await client.support.ticketPage({ page: 2, limit: 50, timeoutMs: 1 });
await client.vps.waitFor(1, "running", { deadlineMs: 1000 });
await client.billing.pay("vps", 1);

const words: ErrorKind = "not_found";
try {
	await client.call("api_vps_get_service", { id: 1 });
} catch (error) {
	if (error instanceof InterServerError) {
		same<typeof error.kind, ErrorKind>();
		same<typeof error.outcome, "done" | "not_done" | "unknown">();
		// @ts-expect-error an abort is no InterServerError
		if (error.kind === "cancelled") throw error;
	}
}
void words;

// @ts-expect-error a number must be a number
await client.vps.get("1");
// @ts-expect-error the host name is missing
await client.vps.buy({ templateFile: "a", templateOs: "b", rootPassword: "d" });
// @ts-expect-error no such option
await client.vps.list({ timeout: 5 });
// @ts-expect-error no such setting
new Client({ proxy: "http://127.0.0.1" });
// @ts-expect-error no such fault
sandbox.fail("vps.list", { fault: "boredom" });
sandbox.fail("vps.list", { fault: "status", code: 503, retryAfter: 2 }, 2);
