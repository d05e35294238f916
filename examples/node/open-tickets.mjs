// The newest open tickets, no more fetched than shown: node open-tickets.mjs [COUNT] [--sandbox]

import { connect, given } from "./client.mjs";

let left = Number(given[0] ?? 5);
const client = await connect();
for await (const { id, subject, lastActivity } of client.support.tickets({ status: "Open" })) {
	console.log(`${id}\t${lastActivity}\t${subject}`);
	left -= 1;
	if (left <= 0) break;
}
