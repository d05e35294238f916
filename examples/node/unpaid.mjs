// What is still to be paid, by module: node unpaid.mjs [--sandbox]

import { connect } from "./client.mjs";

const client = await connect();
let total = 0;
for (const [module, service] of Object.entries(client)) {
	if (!("unpaidInvoices" in service)) continue;
	for (const { id, date, amount } of await service.unpaidInvoices()) {
		console.log(`${module}\t${id}\t${date?.slice(0, 10)}\t${amount?.toFixed(2)}`);
		// Cents, for sums of binary fractions drift.
		total += Math.round((amount ?? 0) * 100);
	}
}
console.log(`total\t\t\t${(total / 100).toFixed(2)}`);
