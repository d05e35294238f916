// Turns text inside a module into a WebAssembly instance, the first time that one is needed.
//
// The code travels as text, compressed, because that is the one way that works unchanged in Node,
// in every bundler, in a plain page and in a worker: no file to find, no request to wait for, no
// plugin. So a client can be made at once, and a wrong setting is an error right there.

import { gunzipSync } from "fflate";

function bytes(base64) {
	if (typeof Buffer !== "undefined") return Buffer.from(base64, "base64");
	return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

/** Node's own is faster; where there is none, or it cannot be reached, another does. */
function decompressed(data) {
	const zlib = globalThis.process?.getBuiltinModule?.("node:zlib");
	return zlib ? zlib.gunzipSync(data) : gunzipSync(data);
}

/** A function that starts a module once, however often it is asked. */
export function lazily(base64, initSync) {
	let started = false;
	return () => {
		if (started) return;
		initSync({ module: decompressed(bytes(base64())) });
		started = true;
	};
}
