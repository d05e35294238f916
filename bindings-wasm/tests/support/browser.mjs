// Debian's Chromium, headless, driven by playwright-core.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
];

/** Starts a browser; without one, fails and says how to get it. */
export async function launch() {
	const executablePath = PLACES.find((place) => place && existsSync(place));
	if (!executablePath) throw new Error("no Chromium: install Debian's `chromium`, or set CHROMIUM");
	return chromium.launch({
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
	});
}

/** A page that fails the test if anything in it throws or complains. */
export async function watchedPage(browser) {
	const page = await browser.newPage();
	const problems = [];
	page.on("pageerror", (error) => problems.push(String(error)));
	return { page, problems };
}
