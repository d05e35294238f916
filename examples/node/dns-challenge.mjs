// Sets a DNS-01 challenge and takes it away again:
// node dns-challenge.mjs ZONE_NUMBER NAME TOKEN [--sandbox]

import { connect, given } from "./client.mjs";

const [zone, name, token] = given;
const client = await connect();
const record = { name: `_acme-challenge.${name}`, recordType: "TXT", content: token, ttl: 60 };
const { action, id } = await client.dns.upsertRecord(Number(zone), record);
console.log(`${action} record ${id}`);
// Here the certificate authority would look.
await client.dns.deleteRecord(Number(zone), id);
console.log(`deleted record ${id}`);
