// What only a real network shows, in Node and in a page alike. `base` is the settings for a server
// whose sandbox obeys `control`.

import { expect } from "chai";

async function failure(promise) {
	try {
		await promise;
	} catch (error) {
		return error;
	}
	throw new Error("it should have failed");
}

export const network = {
	async listsComeOverTheNetwork({ Client, base }) {
		const client = new Client(base);
		expect(await client.vps.list()).not.to.be.empty;
		expect((await client.inventory()).failures).to.deep.equal([]);
	},

	async aTimeoutEndsACallOfItsOwnAccord({ Client, base, control }) {
		const client = new Client(base);
		await client.authenticate();
		await control("fail", { operation: "vps.list", fault: "latency", milliseconds: 60_000 });
		const started = performance.now();
		const error = await failure(client.vps.list({ timeoutMs: 150 }));
		expect(error).to.include({ kind: "timeout", retryable: true, outcome: "not_done" });
		expect(performance.now() - started).to.be.below(30_000);
	},

	async aTimeoutOfAWriteLeavesItsOutcomeUnknown({ Client, base, control }) {
		const client = new Client(base);
		const [{ id }] = await client.vps.list();
		await control("fail", { operation: "vps.restart", fault: "latency", milliseconds: 60_000 });
		const error = await failure(client.vps.restart(id, { timeoutMs: 150 }));
		expect(error).to.include({ kind: "timeout", outcome: "unknown", retryable: false });
	},

	async anAbortEndsACallUnderWay({ Client, base, control }) {
		const client = new Client(base);
		await client.authenticate();
		await control("fail", { operation: "vps.list", fault: "latency", milliseconds: 60_000 });
		const error = await failure(client.vps.list({ signal: AbortSignal.timeout(100) }));
		expect(error.name).to.equal("TimeoutError");
		expect(await client.vps.list()).not.to.be.empty;
	},

	async aRedirectIsNeverFollowed({ Client, base }) {
		const client = new Client({ ...base, endpoint: base.endpoint.replace("api.php", "redirect") });
		expect(await failure(client.vps.sliceTypes())).to.include({
			kind: "http",
		});
	},

	async aBrokenLineIsAConnectionErrorWithItsCause({ Client, base, control }) {
		const client = new Client({ ...base, retry: { attempts: 1 } });
		await client.authenticate();
		// A browser sends a request again on its own when an old connection broke: hence five.
		await control("fail", { operation: "vps.list", fault: "reset_before_effect", count: 5 });
		const error = await failure(client.vps.list());
		expect(error.kind).to.equal("connect");
		expect(error.cause).to.be.instanceOf(TypeError);
	},

	async nobodyListening({ Client, base }) {
		const client = new Client({
			...base,
			endpoint: "http://127.0.0.1:9/api.php",
			retry: { attempts: 1 },
		});
		expect(await failure(client.vps.list())).to.include({ kind: "connect", outcome: "not_done" });
	},
};
