// Opens a ticket, writes a follow-up, shows both: node ticket.mjs SUBJECT TEXT [--sandbox]

import { connect, given } from "./client.mjs";

const [subject, body] = given;
const client = await connect();
const opened = await client.support.openTicket({
	email: "demo@example.com",
	ip: "203.0.113.9",
	subject,
	body,
});
const number = String(opened.id);
await client.support.reply(number, "One more thing: it began this morning.");
const { ticket } = await client.support.ticket(number);
console.log(`${ticket?.subject}: ${ticket?.posts.length} messages`);
