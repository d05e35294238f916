// Tickets in a `for try await` loop.

extension Tickets: AsyncSequence {
    public typealias Element = TicketSummary

    /// Fetches the next page when the last one is used up.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let tickets: Tickets

        public mutating func next() async throws -> TicketSummary? {
            try await tickets.nextTicket()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(tickets: self)
    }
}
