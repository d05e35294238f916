// Every service of the account as CSV: node inventory-csv.mjs [--sandbox]

import { connect } from "./client.mjs";

const client = await connect();
const { items, failures } = await client.inventory();
const cell = (value) => `"${String(value ?? "").replaceAll('"', '""')}"`;
console.log("module,id,label,status,ip");
for (const { module, id, label, status, ip } of items) {
	console.log([module, id, label, status, ip].map(cell).join(","));
}
for (const { module, error } of failures) console.error(`${module} is missing: ${error.message}`);
if (failures.length > 0) process.exitCode = 1;
