// `<try-it>`: two buttons below an example. What they need is loaded when one is pressed.

import type { Bench } from "./bench";

class TryIt extends HTMLElement {
	#bench: Promise<Bench> | undefined;

	connectedCallback() {
		if (this.querySelector(".tryit-bar")) return;
		const block = this.querySelector<HTMLElement>(".expressive-code");
		if (!block) return;
		const bar = document.createElement("div");
		bar.className = "tryit-bar not-content";
		const path = this.dataset.path ?? "the example";
		for (const [action, label] of [
			["run", "Run"],
			["edit", "Edit"],
			["stop", "Stop"],
			["reset", "Reset"],
		] as const) {
			const button = document.createElement("button");
			button.type = "button";
			button.className = `tryit-${action}`;
			button.textContent = label;
			button.setAttribute("aria-label", `${label} ${path}`);
			button.hidden = action === "stop" || action === "reset";
			button.addEventListener("click", async () => {
				this.#bench ??= import("./bench").then(({ Bench }) => new Bench(this, block, bar));
				(await this.#bench)[action]();
			});
			bar.append(button);
		}
		const state = document.createElement("span");
		state.className = "tryit-state";
		state.setAttribute("role", "status");
		state.textContent = "Runs in this page, against the sandbox.";
		bar.append(state);
		block.after(bar);
	}
}

customElements.define("try-it", TryIt);
