// The shape of the reference's data and what the pages ask of it.

import data from "../../../target/manual/reference.json";

export interface Param {
	name: string;
	wire: string;
	type: string;
	wireType: string;
	optional: boolean;
	default: string | null;
	rule: string | null;
	range: [number, number] | null;
	secret: boolean;
	words: string | null;
	input: string | null;
	docs: string;
}

export interface Field {
	name: string;
	wire: string;
	type: string;
	wireType: string;
	kind: string;
	required: boolean;
	origin: "both" | "documented" | "live";
	secret: boolean;
	words: string | null;
	record: string | null;
	docs: string;
}

export interface RecordType {
	name: string;
	wire: string;
	docs: string;
	fields: Field[];
}

export interface InputType {
	name: string;
	docs: string;
	fields: Param[];
}

export interface EnumType {
	name: string;
	docs: string;
	words: { name: string; wire: string; docs: string }[];
}

export interface Operation {
	wire: string;
	path: string;
	name: string;
	summary: string;
	docs: string;
	effect: "read" | "write" | "purchase" | "destroy";
	effectDocs: string;
	retries: string;
	session: boolean;
	since: number;
	deprecated: string | null;
	awaits: string | null;
	quotedBy: string | null;
	params: Param[];
	returns: {
		shape: "done" | "int" | "text" | "secret" | "texts" | "record" | "records";
		record: string | null;
		recordService: string | null;
		wire: string;
		docs: string;
	};
	failures: { kind: string; when: string }[];
	examples: Record<string, { code: string; output: string }>;
	xml: { request: string; answer: string };
}

export interface Service {
	name: string;
	title: string;
	docs: string;
	module: boolean;
	operations: Operation[];
	records: RecordType[];
	inputs: InputType[];
	enums: EnumType[];
}

export interface ErrorKind {
	kind: string;
	word: string;
	docs: string;
	advice: string;
	names: Record<string, string>;
}

export interface Reference {
	version: string;
	languages: { id: string; label: string; fence: string }[];
	services: Service[];
	errors: ErrorKind[];
}

export const reference = data as unknown as Reference;

const places = new Map<string, string>();
for (const service of reference.services) {
	for (const [kind, types] of [
		["record", service.records],
		["input", service.inputs],
		["words", service.enums],
	] as const) {
		for (const type of types)
			places.set(type.name, `/reference/${service.name}/#${kind}-${type.name}`);
	}
}

/** Where a record, an input or a list of words is described. */
export function placeOf(name: string): string | undefined {
	return places.get(name);
}

/** Where an operation is described. */
export function placeOfOperation(path: string): string {
	const [service, name] = path.split(".");
	return `/reference/${service}/#${name}`;
}

/** The operation with that path; a build that asks for one that is not there fails. */
export function operation(path: string): Operation {
	const found = all.find((each) => each.path === path);
	if (!found) throw new Error(`there is no operation ${path}`);
	return found;
}

const all = reference.services.flatMap(({ operations }) => operations);

/** The kinds of error that every operation can end with. */
export const common = new Set(
	reference.errors
		.map(({ word }) => word)
		.filter((word) => all.every(({ failures }) => failures.some(({ kind }) => kind === word))),
);
