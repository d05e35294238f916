// What an error offers besides its cases: the shared fields, and a message for people.

import Foundation

extension InterServerError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// A field of the details: `error.outcome` is `error.details.outcome`.
    public subscript<Value>(dynamicMember field: KeyPath<ErrorDetails, Value>) -> Value {
        details[keyPath: field]
    }

    /// The operation, what happened, and whether to look before trying again.
    public var description: String { details.report }

    /// The kind before the description.
    public var debugDescription: String { "InterServerError.\(details.kind): \(details.report)" }

    public var errorDescription: String? { details.report }
}
