// Restarts a VPS by its host name and waits until it runs: node restart.mjs HOST [--sandbox]

import { connect, given } from "./client.mjs";

const [hostname] = given;
const client = await connect();
const vps = (await client.vps.list()).find((vps) => vps.hostname === hostname);
if (!vps) throw new Error(`no VPS is called ${hostname}`);
await client.vps.restart(vps.id);
const { serverStatus } = await client.vps.waitFor(vps.id, "running");
console.log(`${hostname} is ${serverStatus}`);
