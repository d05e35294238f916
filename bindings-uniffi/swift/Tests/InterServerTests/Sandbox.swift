// The sandbox that the test run was started with, and the door by which tests steer it.

import Foundation
import InterServer
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

enum Sandbox {
    static let endpoint: String = {
        guard let endpoint = ProcessInfo.processInfo.environment["INTERSERVER_SANDBOX"] else {
            fatalError("INTERSERVER_SANDBOX is not set: run the tests by `make test-swift`")
        }
        return endpoint
    }()

    static func client(
        _ settings: ClientSettings = ClientSettings(), password: String = "secret"
    ) throws -> Client {
        var settings = settings
        settings.endpoint = settings.endpoint ?? endpoint
        return try Client(username: "demo@example.com", password: password, settings: settings)
    }

    /// A client that goes on with a session, and can renew it.
    static func resume(_ session: String) throws -> Client {
        try Client.resume(
            session: session, username: "demo@example.com", password: "secret",
            settings: ClientSettings(endpoint: endpoint))
    }

    static func reset() async throws { try await post("reset") }

    static func expireSessions() async throws { try await post("expire") }

    static func advance(_ seconds: Int) async throws {
        try await post("advance", #"{"seconds": \#(seconds)}"#)
    }

    /// Plans a fault; `fault` holds the JSON members that name it.
    static func fail(_ operation: String, _ fault: String, count: Int = 1) async throws {
        try await post(
            "fail", #"{"operation": "\#(operation)", "count": \#(count), "fault": \#(fault)}"#)
    }

    /// How often a function was asked for, by its wire name.
    static func count(_ wireName: String) async throws -> Int {
        let answer = try await send(request("requests"))
        let requests = try JSONSerialization.jsonObject(with: answer) as? [String: Any]
        let counts = try XCTUnwrap(requests?["counts"] as? [String: Int])
        return counts[wireName] ?? 0
    }

    private static func post(_ command: String, _ body: String = "") async throws {
        var request = try request(command)
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        _ = try await send(request)
    }

    private static func request(_ command: String) throws -> URLRequest {
        let address = endpoint.replacingOccurrences(of: "/api.php", with: "/sandbox/\(command)")
        return URLRequest(url: try XCTUnwrap(URL(string: address)), timeoutInterval: 20)
    }

    private static func send(_ request: URLRequest) async throws -> Data {
        let (body, answer) = try await URLSession.shared.data(for: request)
        guard (answer as? HTTPURLResponse)?.statusCode == 200 else {
            throw Refused(answer: String(decoding: body, as: UTF8.self))
        }
        return body
    }

    struct Refused: Error {
        let answer: String
    }
}
