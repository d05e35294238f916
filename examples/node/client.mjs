// The client that all examples use: from the environment, or the sandbox with `--sandbox`.

import { Client } from "interserver-client";

export async function connect() {
	if (process.argv.includes("--sandbox")) {
		const { Sandbox } = await import("interserver-client/sandbox");
		return new Client((await Sandbox.create()).options);
	}
	const { INTERSERVER_USERNAME, INTERSERVER_PASSWORD, INTERSERVER_ENDPOINT } = process.env;
	return new Client({
		username: INTERSERVER_USERNAME,
		password: INTERSERVER_PASSWORD,
		endpoint: INTERSERVER_ENDPOINT,
	});
}

/** What stands on the command line behind the script's name, without `--sandbox`. */
export const given = process.argv.slice(2).filter((word) => word !== "--sandbox");
