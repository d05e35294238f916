// The editor of an example: CodeMirror, in the colours of the site.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import {
	bracketMatching,
	HighlightStyle,
	indentOnInput,
	syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colour = (name: string) => `var(--code-${name})`;

const colours = HighlightStyle.define([
	{ tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: colour("keyword") },
	{ tag: [tags.string, tags.special(tags.string), tags.regexp], color: colour("string") },
	{ tag: [tags.number, tags.bool, tags.null], color: colour("number") },
	{ tag: [tags.comment], color: colour("comment") },
	{
		tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
		color: colour("function"),
	},
	{ tag: [tags.typeName], color: colour("number") },
]);

export class Editor {
	#view: EditorView;
	#place: HTMLElement;

	constructor(place: HTMLElement, text: string, run: () => void) {
		this.#place = place;
		const runKey = {
			key: "Mod-Enter",
			run: () => {
				run();
				return true;
			},
		};
		this.#view = new EditorView({
			parent: place,
			state: EditorState.create({
				doc: text,
				extensions: [
					Prec.highest(keymap.of([runKey])),
					history(),
					drawSelection(),
					indentOnInput(),
					bracketMatching(),
					javascript({ typescript: true }),
					syntaxHighlighting(colours),
					// Escape, then Tab, leaves the editor.
					keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
					EditorView.contentAttributes.of({
						"aria-label":
							"The example, editable. Control and Enter runs it; Escape, then Tab leaves.",
						tabindex: "0",
						autocapitalize: "off",
						spellcheck: "false",
					}),
				],
			}),
		});
	}

	text() {
		return this.#view.state.doc.toString();
	}

	focus() {
		this.#view.focus();
	}

	destroy() {
		this.#view.destroy();
		this.#place.remove();
	}
}
