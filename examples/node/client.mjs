// The client that all examples use: from the environment, or the sandbox with `--sandbox`.

import { Client } from "interserver-client";

export async function connect() {
	if (process.argv.includes("--sandbox")) {
		const { Sandbox } = await import("interserver-client/sandbox");
		return new Client((await Sandbox.create()).options);
	}
	return Client.fromEnv();
}

/** What stands on the command line behind the script's name, without `--sandbox`. */
export const given = process.argv.slice(2).filter((word) => word !== "--sandbox");
