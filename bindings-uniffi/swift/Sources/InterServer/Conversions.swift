// How decimals and civil times become text for the library, and come back. Nothing here traps: text
// that does not fit is an error.

import Foundation

/// Text from the library that does not fit its type. That would be a fault of the binding.
struct UnreadableValue: Error {
    let text: String
}

/// The separator is always a point, whatever the user's locale.
private let neutral = Locale(identifier: "en_US_POSIX")

func decimal(from text: String) throws -> Foundation.Decimal {
    guard let value = Foundation.Decimal(string: text, locale: neutral) else {
        throw UnreadableValue(text: text)
    }
    return value
}

func text(of value: Foundation.Decimal) -> String {
    var value = value
    return NSDecimalString(&value, neutral)
}

/// Reads `2026-11-24T10:20:30`.
func civilTime(from text: String) throws -> DateComponents {
    let parts = text.split(whereSeparator: { "-T:.".contains($0) }).prefix(6).map { Int($0) }
    let numbers = parts.compactMap { $0 }
    guard numbers.count == 6, parts.count == 6 else {
        throw UnreadableValue(text: text)
    }
    return DateComponents(
        year: numbers[0], month: numbers[1], day: numbers[2],
        hour: numbers[3], minute: numbers[4], second: numbers[5])
}

func text(of time: DateComponents) -> String {
    func digits(_ number: Int?, _ width: Int) -> String {
        let digits = String(number ?? 0)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = [digits(time.year, 4), digits(time.month, 2), digits(time.day, 2)]
    let clock = [digits(time.hour, 2), digits(time.minute, 2), digits(time.second, 2)]
    return date.joined(separator: "-") + "T" + clock.joined(separator: ":")
}
