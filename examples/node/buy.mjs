// Quotes a VPS and, with --yes, orders it; finds it again if the line breaks:
// node buy.mjs HOST ROOT_PASSWORD [--yes] [--sandbox]

import { InterServerError } from "interserver-client";
import { connect, given } from "./client.mjs";

const [hostname, rootPassword] = given;
const client = await connect();
const [template] = await client.vps.templates();
const order = { templateFile: template.file, templateOs: template.os, hostname, rootPassword };
const { problems, serviceCost } = await client.vps.validate(order);
if (problems.length > 0) throw new Error(problems.join("\n"));
console.log(`${template.title?.trim()} costs ${serviceCost?.toFixed(2)} USD`);
if (given.includes("--yes")) {
	const mark = await client.vps.orderMark();
	try {
		const { invoices } = await client.vps.buy(order);
		console.log(`ordered; to be paid: ${invoices.join(", ")}`);
	} catch (error) {
		if (!(error instanceof InterServerError) || error.outcome !== "unknown") throw error;
		const found = await client.vps.findOrder(order, mark);
		console.log(found ? `it arrived: VPS ${found.vps.id}` : "it did not arrive");
	}
}
