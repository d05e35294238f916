// Keeps secrets out of what Node prints of a record. They stay ordinary data: there on access, in
// JSON and in copies.

const inspect = Symbol.for("nodejs.util.inspect.custom");
const MASK = "••••";
const canInspect = typeof process !== "undefined" && Boolean(process.versions?.node);

function inspected(names) {
	return function (_depth, options, inspectAgain) {
		const shown = { ...this };
		for (const name of names) {
			if (shown[name] !== null && shown[name] !== undefined) shown[name] = masked(shown[name]);
		}
		return inspectAgain(shown, options);
	};
}

/** Of data without a known shape the keys are shown. */
function masked(value) {
	if (typeof value !== "object" || Array.isArray(value)) return MASK;
	return Object.fromEntries(Object.keys(value).map((key) => [key, MASK]));
}

/** Masks the named fields of a record, or of each in a list, wherever Node prints it. */
export function hideSecrets(value, names) {
	if (!canInspect || names === undefined) return value;
	const property = { value: inspected(names) };
	for (const record of Array.isArray(value) ? value : [value]) {
		if (record !== null && typeof record === "object") {
			Object.defineProperty(record, inspect, property);
		}
	}
	return value;
}
