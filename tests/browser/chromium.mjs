// How Debian's Chromium is started in tests. Each package brings its own playwright-core.

import { existsSync } from "node:fs";

const PLACES = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
];

/** Options for playwright's `chromium.launch`; where there is no Chromium, says how to get it. */
export function launchOptions() {
	const executablePath = PLACES.find((place) => place && existsSync(place));
	if (!executablePath) throw new Error("no Chromium: install Debian's `chromium`, or set CHROMIUM");
	return {
		executablePath,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	};
}
