// Makes a zone and gives it a mail server: node zone.mjs DOMAIN IPV4 [--sandbox]

import { connect, given } from "./client.mjs";

const [domain, address] = given;
const client = await connect();
await client.dns.addZone(domain, address);
const { id } = await client.dns.findZone(domain, 1, 50);
await client.dns.addRecord(id, {
	name: domain,
	recordType: "MX",
	content: `mail.${domain}`,
	priority: 10,
});
for (const { name, recordType, content } of await client.dns.records(id)) {
	console.log(`${name}\t${recordType}\t${content}`);
}
