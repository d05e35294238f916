// The model of examples/ios, which is compiled into these tests, works against the sandbox.

import InterServer
import XCTest

final class ExampleTests: XCTestCase {
    @MainActor
    func testTheScreenListsServersAndTellsOfProblems() async throws {
        try await Sandbox.reset()
        let model = ServersModel(client: try Sandbox.client())
        await model.refresh()
        XCTAssertFalse(model.servers.isEmpty)
        XCTAssertNil(model.problem)
        try await Sandbox.fail("vps.list", #""soap_fault", "code": "Client", "text": "Closed today""#)
        await model.refresh()
        XCTAssertTrue(try XCTUnwrap(model.problem).contains("Closed today"))
        let stranger = ServersModel(client: try Sandbox.client(password: "wrong"))
        await stranger.refresh()
        XCTAssertEqual(stranger.problem, "Please sign in again.")
    }
}
