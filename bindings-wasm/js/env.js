// What `Client.fromEnv` reads: the variables of every other language, as options of a client.

/** A variable; an empty one counts as unset, and where there is no environment all are. */
function variable(name) {
	return globalThis.process?.env?.[name] || undefined;
}

/**
 * The options that the environment has, and what is missing or undefined. What the caller gives
 * need not be there.
 */
export function readEnvironment(given = {}) {
	const username = given.username ?? variable("INTERSERVER_USERNAME");
	const password =
		given.password ?? variable("INTERSERVER_PASSWORD") ?? variable("INTERSERVER_API_KEY");
	const session = given.session ?? variable("INTERSERVER_SESSION");
	const found = {
		username,
		password,
		session,
		endpoint: variable("INTERSERVER_ENDPOINT"),
		// A `fetch` cannot honour these, so the client refuses them, as it does among its options.
		proxy: variable("INTERSERVER_PROXY"),
		certificateAuthority: variable("INTERSERVER_CA_FILE"),
	};
	const options = Object.fromEntries(Object.entries(found).filter(([, value]) => value));
	return { options, missing: missing(username, password, session) };
}

function missing(username, password, session) {
	if (username && password) return undefined;
	if (username) return "neither INTERSERVER_PASSWORD nor INTERSERVER_API_KEY is set";
	if (password) return "INTERSERVER_USERNAME is not set";
	if (session) return undefined;
	return "INTERSERVER_USERNAME and INTERSERVER_PASSWORD (or INTERSERVER_API_KEY) must be set, or INTERSERVER_SESSION";
}
