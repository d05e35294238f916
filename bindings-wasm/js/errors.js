// The one error class, made from what the core says.

export class InterServerError extends Error {
	constructor({ message, ...facts }, cause) {
		super(message, cause === undefined ? undefined : { cause });
		Object.assign(this, facts);
	}

	/** `JSON.stringify` of an error is `{}` unless it says otherwise. */
	toJSON() {
		const { name, message } = this;
		return { name, message, ...this };
	}
}
Object.defineProperty(InterServerError.prototype, "name", {
	value: "InterServerError",
	configurable: true,
	writable: true,
});

/** Makes the class of what the core threw: its facts as JSON, and a cause. */
export function translated(thrown) {
	if (!Array.isArray(thrown)) return thrown;
	return new InterServerError(JSON.parse(thrown[0]), thrown[1]);
}
