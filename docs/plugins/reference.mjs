// The reference as data, as `cargo run -p interserver-manual` wrote it.

import { readFileSync } from "node:fs";

const place = new URL("../../target/manual/reference.json", import.meta.url);

function read() {
	try {
		return JSON.parse(readFileSync(place, "utf8"));
	} catch (cause) {
		throw new Error("no target/manual/reference.json: run `make docs`, which writes it first", {
			cause,
		});
	}
}

export const reference = read();

/** Elements of the wire whose text is a secret, for the log of the examples that run in the page. */
export const secretElements = [
	...new Set([
		"sid",
		"password",
		...reference.services
			.flatMap((service) => [
				...service.operations.flatMap((operation) =>
					operation.params.filter((param) => param.secret),
				),
				...service.records.flatMap((record) => record.fields.filter((field) => field.secret)),
				...service.inputs.flatMap((input) => input.fields.filter((field) => field.secret)),
			])
			.map((secret) => secret.wire),
	]),
].sort();

/** Operations whose whole answer is a secret. */
export const secretAnswers = reference.services
	.flatMap((service) => service.operations)
	.filter((operation) => operation.returns.shape === "secret")
	.map((operation) => operation.wire);
