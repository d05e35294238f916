// Where one example is run and edited: it owns the worker, the editor and what is shown of a run.

import type { Editor } from "./editor";
import type { Report } from "./worker";
import { prettyXml, withoutSecrets } from "./xml";

declare const __SECRETS__: { elements: string[]; answers: string[] };

const element = <Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	className = "",
	text = "",
) => {
	const made = document.createElement(name);
	if (className) made.className = className;
	if (text) made.textContent = text;
	return made;
};

export class Bench {
	#host: HTMLElement;
	#block: HTMLElement;
	#bar: HTMLElement;
	#original: string;
	#editor: Editor | undefined;
	#worker: Worker | undefined;
	#console = element("pre", "tryit-console");
	#wire = element("div", "tryit-wire-list");
	#panel: HTMLElement | undefined;
	#calls = 0;

	constructor(host: HTMLElement, block: HTMLElement, bar: HTMLElement) {
		this.#host = host;
		this.#block = block;
		this.#bar = bar;
		// The copy button carries the text of its block, with DEL for a line break.
		const text = block.querySelector<HTMLElement>("[data-code]")?.dataset.code;
		this.#original = (text ?? block.querySelector("pre")?.textContent ?? "").replaceAll(
			"\u007f",
			"\n",
		);
	}

	#button(action: string) {
		return this.#bar.querySelector<HTMLButtonElement>(`.tryit-${action}`) as HTMLButtonElement;
	}

	#say(text: string) {
		(this.#bar.querySelector(".tryit-state") as HTMLElement).textContent = text;
	}

	async edit() {
		if (this.#editor) return this.#editor.focus();
		const { Editor } = await import("./editor");
		if (this.#editor) return;
		const place = element("div", "tryit-editor not-content");
		this.#block.after(place);
		this.#block.hidden = true;
		this.#editor = new Editor(place, this.#original, () => this.run());
		this.#editor.focus();
		this.#button("edit").hidden = true;
		this.#button("reset").hidden = false;
	}

	reset() {
		this.#end();
		this.#editor?.destroy();
		this.#editor = undefined;
		this.#block.hidden = false;
		this.#panel?.remove();
		this.#panel = undefined;
		this.#shown(true);
		this.#button("edit").hidden = false;
		this.#button("reset").hidden = true;
		this.#say("Runs in this page, against the sandbox.");
		this.#button("edit").focus();
	}

	run() {
		this.#end();
		this.#clear();
		this.#say("Running …");
		this.#button("stop").hidden = false;
		this.#button("reset").hidden = false;
		const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
		this.#worker = worker;
		worker.addEventListener("message", ({ data }: MessageEvent<Report>) => {
			if (worker === this.#worker) this.#take(data);
		});
		worker.addEventListener("error", (event) => {
			event.preventDefault();
			if (worker === this.#worker)
				this.#take({ kind: "failed", text: event.message || "The worker could not be started." });
		});
		worker.postMessage({ code: this.#editor?.text() ?? this.#original });
	}

	stop() {
		this.#end();
		this.#say("Stopped.");
		this.#button("run").focus();
	}

	#end() {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#button("stop").hidden = true;
	}

	#take(report: Report) {
		switch (report.kind) {
			case "line":
				this.#print(report.text, report.level);
				break;
			case "call":
				this.#call(report);
				break;
			case "failed":
				this.#print(report.text, "error");
				this.#settle("It failed; see the console.");
				break;
			case "done":
				this.#settle("Finished.");
		}
	}

	/** The worker is kept: what the program did not wait for may still print. */
	#settle(text: string) {
		this.#say(text);
		const stop = this.#button("stop");
		if (document.activeElement === stop) this.#button("run").focus();
		stop.hidden = true;
	}

	#print(text: string, level: string) {
		this.#console.append(
			element("span", level === "error" || level === "warn" ? "bad" : "", `${text}\n`),
		);
	}

	#call({ operation, status, request, answer }: Extract<Report, { kind: "call" }>) {
		this.#calls += 1;
		const entry = element("details");
		const summary = element("summary");
		summary.append(`${this.#calls}. `, element("code", "", operation), ` ${status}`);
		entry.append(summary);
		const hidden = (xml: string, whole: boolean) =>
			prettyXml(withoutSecrets(xml, __SECRETS__.elements, whole));
		const secret = operation === "api_login" || __SECRETS__.answers.includes(operation);
		for (const [title, xml] of [
			["Request", hidden(request, false)],
			["Answer", hidden(answer, secret)],
		]) {
			const text = element("pre");
			text.tabIndex = 0;
			text.setAttribute("role", "group");
			text.setAttribute("aria-label", `${title} of ${operation}`);
			text.append(element("code", "", xml));
			entry.append(element("p", "wire-title", title), text);
		}
		for (const other of this.#wire.querySelectorAll("details")) other.open = false;
		entry.open = true;
		this.#wire.append(entry);
	}

	/** The stored output gives way to what the run prints. */
	#shown(stored: boolean) {
		const output = this.#host.querySelector<HTMLElement>(".example-output");
		if (output) output.hidden = !stored;
	}

	#clear() {
		this.#calls = 0;
		this.#console.replaceChildren();
		this.#wire.replaceChildren();
		if (this.#panel) return;
		this.#shown(false);
		this.#console.tabIndex = 0;
		this.#console.setAttribute("role", "log");
		this.#console.setAttribute("aria-label", "Console");
		const left = element("div", "tryit-output");
		left.append(element("p", "example-output-title", "Console"), this.#console);
		const right = element("div", "tryit-wire");
		right.append(element("p", "example-output-title", "Over the wire"), this.#wire);
		right.append(
			element(
				"p",
				"tryit-note",
				"Demo data of the sandbox. Secrets are masked here; on the wire they are not.",
			),
		);
		this.#panel = element("div", "tryit-panel not-content");
		this.#panel.append(left, right);
		this.#bar.after(this.#panel);
	}
}
