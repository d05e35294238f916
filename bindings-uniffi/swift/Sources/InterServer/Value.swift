// Plain data, written as literals and read without a `switch`.

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral text: String) { self = .text(value: text) }
    public init(integerLiteral number: Int64) { self = .int(value: number) }
    public init(booleanLiteral flag: Bool) { self = .bool(value: flag) }
    public init(nilLiteral: ()) { self = .null }

    /// The value under a name, if this is a map that has it.
    public subscript(name: String) -> Value? {
        if case .entries(let entries) = self { entries[name] } else { nil }
    }

    /// The items, if this is a list.
    public var list: [Value]? {
        if case .items(let items) = self { items } else { nil }
    }

    /// The text, if this is text.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The number, if this is a whole number.
    public var int: Int64? {
        if case .int(let number) = self { number } else { nil }
    }
}
