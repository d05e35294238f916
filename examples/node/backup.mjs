// Queues a backup of every VPS that runs: node backup.mjs [--sandbox]

import { connect } from "./client.mjs";

const client = await connect();
const name = `nightly-${new Date().toISOString().slice(0, 10)}`;
const running = (await client.vps.list()).filter(({ serverStatus }) => serverStatus === "running");
const results = await Promise.allSettled(running.map(({ id }) => client.vps.backup(id, name)));
for (const [index, { id, hostname }] of running.entries()) {
	const { status, reason } = results[index];
	console.log(`${id}\t${hostname}\t${status === "fulfilled" ? "queued" : reason.message}`);
}
