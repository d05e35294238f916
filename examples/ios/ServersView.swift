// The SwiftUI around the model.

#if canImport(SwiftUI)
    import Combine
    import InterServer
    import SwiftUI

    @MainActor
    final class ObservedServers: ObservableObject {
        private(set) var model: ServersModel!

        init(client: Client) {
            model = ServersModel(client: client) { [weak self] in self?.objectWillChange.send() }
        }
    }

    struct ServersView: View {
        @StateObject var observed: ObservedServers

        var body: some View {
            List(observed.model.servers, id: \.id) { vps in
                HStack {
                    VStack(alignment: .leading) {
                        Text(vps.hostname ?? "VPS \(vps.id)")
                        Text(vps.serverStatus?.description ?? "").font(.caption)
                    }
                    Spacer()
                    Button("Restart") { Task { await observed.model.restart(vps.id) } }
                        .disabled(observed.model.restarting.contains(vps.id))
                }
            }
            .overlay { if let problem = observed.model.problem { Text(problem) } }
            .task { await observed.model.refresh() }
            .refreshable { await observed.model.refresh() }
        }
    }
#endif
