// Waiting for the library in a task that may be cancelled meanwhile.

import Foundation

/// A continuation that is resumed once: by the library, or by the task's cancellation, whichever
/// comes first. Either may come before the wait has begun.
final class InterServerWait: @unchecked Sendable {
    // Everything below is touched with the lock held only.
    private let lock = NSLock()
    private var continuation: UnsafeContinuation<Int8, Never>?
    private var result: Int8?

    func begin(_ continuation: UnsafeContinuation<Int8, Never>) {
        let early = lock.withLock {
            if result == nil {
                self.continuation = continuation
            }
            return result
        }
        if let early {
            continuation.resume(returning: early)
        }
    }

    func end(_ result: Int8) {
        let waiting = lock.withLock {
            if self.result == nil {
                self.result = result
            }
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(returning: result)
    }
}
