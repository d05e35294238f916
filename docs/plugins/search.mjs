// Operations in the search: a record each, so that a search for `restart` leads to its section and
// not to the top of a long page.

import { reference } from "./reference.mjs";

const plain = (markdown) => markdown.replace(/[`*_]/g, "");

/** The words of a name: `listUnpaid`, `unpaid_invoices`. */
const words = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ");

export function records() {
	return reference.services.flatMap((service) =>
		service.operations.map((operation) => ({
			url: `/reference/${service.name}/#${operation.name}`,
			language: "en",
			meta: { title: `${service.name}.${operation.name}` },
			content: [
				plain(operation.docs.startsWith(operation.summary) ? "" : operation.summary),
				plain(operation.docs),
				...operation.params.map((param) => `${param.name}: ${plain(param.docs)}`),
				`${service.title} ${words(operation.name)} ${operation.name}.`,
				`Wire name ${operation.wire}.`,
			].join(" "),
		})),
	);
}
