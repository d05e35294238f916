// The model of a screen of servers, without a user interface.

import InterServer

@MainActor
public final class ServersModel {
    public private(set) var servers: [Vps] = []
    public private(set) var restarting: Set<Int64> = []
    public private(set) var problem: String?
    private let client: Client
    private let changed: @MainActor () -> Void

    /// `changed` is called after every change: SwiftUI's `objectWillChange.send()`, say.
    public init(client: Client, changed: @escaping @MainActor () -> Void = {}) {
        self.client = client
        self.changed = changed
    }

    public func refresh() async {
        await attempt { servers = try await client.vps().list() }
    }

    public func restart(_ id: Int64) async {
        restarting.insert(id)
        changed()
        await attempt {
            _ = try await client.vps().restart(id: id)
            let running = try await client.vps().waitFor(id: id, state: .running)
            servers = servers.map { $0.id == id ? running : $0 }
        }
        restarting.remove(id)
        changed()
    }

    private func attempt(_ work: () async throws -> Void) async {
        problem = nil
        do {
            try await work()
        } catch let error as InterServerError {
            problem = explain(error)
        } catch {
            // Cancelled: the screen is gone, and there is no one to tell.
        }
        changed()
    }

    private func explain(_ error: InterServerError) -> String {
        switch error {
        case .authentication: "Please sign in again."
        case .connect: "There is no connection."
        case _ where error.outcome == .unknown:
            "It may have been done. Look before you try again."
        default: error.reason
        }
    }
}
