// The model of examples/ios, which is compiled into these tests, works against the sandbox.

import InterServer
import XCTest

final class ExampleTests: XCTestCase {
    func testTheScreenListsServersAndTellsOfProblems() async throws {
        try await Sandbox.reset()
        let model = await ServersModel(client: try Sandbox.client())
        await model.refresh()
        let servers = await model.servers
        XCTAssertFalse(servers.isEmpty)
        let none = await model.problem
        XCTAssertNil(none)
        try await Sandbox.fail("vps.list", #""soap_fault", "code": "Client", "text": "Closed today""#)
        await model.refresh()
        let problem = await model.problem
        XCTAssertTrue(try XCTUnwrap(problem).contains("Closed today"))
        let stranger = await ServersModel(client: try Sandbox.client(password: "wrong"))
        await stranger.refresh()
        let answer = await stranger.problem
        XCTAssertEqual(answer, "Please sign in again.")
    }
}
