// Decimals and civil times keep their value on the way to the library and back.

import Foundation
import XCTest

@testable import InterServer

final class ConversionTests: XCTestCase {
    func testDecimalsKeepEveryDigit() throws {
        for digits in ["0", "-12.3", "1234567890.1234567", "0.01"] {
            XCTAssertEqual(text(of: try decimal(from: digits)), digits)
        }
        XCTAssertThrowsError(try decimal(from: "INF"))
    }

    func testCivilTimesKeepEveryPart() throws {
        let time = try civilTime(from: "2026-11-04T09:05:07")
        XCTAssertEqual(time.day, 4)
        XCTAssertEqual(time.second, 7)
        XCTAssertEqual(text(of: time), "2026-11-04T09:05:07")
        for wrong in ["", "2026-11-04", "yesterday", "2026-xx-04T09:05:07"] {
            XCTAssertThrowsError(try civilTime(from: wrong), wrong)
        }
    }
}
