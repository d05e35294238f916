// Debian's Chromium, headless, driven by playwright-core.

import { chromium } from "playwright-core";
import { launchOptions } from "../../../tests/browser/chromium.mjs";

/** Starts a browser; the caller closes it. */
export const launch = () => chromium.launch(launchOptions());

/** A page that fails the test if anything in it throws or complains. */
export async function watchedPage(browser) {
	const page = await browser.newPage();
	const problems = [];
	page.on("pageerror", (error) => problems.push(String(error)));
	return { page, problems };
}
