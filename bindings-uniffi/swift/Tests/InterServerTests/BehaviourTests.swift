// What every language does alike: tests/behaviour/scenarios.json, a test for each.

import Foundation
import InterServer
import XCTest

final class BehaviourTests: XCTestCase {
    private let list = "api_vps_get_services"
    private let session = "0123456789abcdef0123456789abcdef"

    override func setUp() async throws {
        try await Sandbox.reset()
    }

    /// The error that a call must end with.
    private func failure(
        _ call: () async throws -> Void, line: UInt = #line
    ) async throws -> InterServerError {
        do {
            try await call()
        } catch let error as InterServerError {
            return error
        }
        XCTFail("nothing was thrown", line: line)
        throw XCTSkip("nothing was thrown")
    }

    private func order(_ client: Client) async throws -> VpsOrder {
        let templates = try await client.vps().templates()
        let template = try XCTUnwrap(templates.first { $0.virtualization == "KVM Linux" })
        return template.order(hostname: "bought.example.com", rootPassword: "Str0ng!passw0rd")
    }

    private func runningVps(_ client: Client) async throws -> Int64 {
        let all = try await client.vps().list()
        return try XCTUnwrap(all.first { $0.serverStatus == .running && $0.status == .active }).id
    }

    func testEveryScenarioHasATest() throws {
        let repository = URL(fileURLWithPath: #filePath).pathComponents.dropLast(5)
        let path = repository.joined(separator: "/") + "/tests/behaviour/scenarios.json"
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let scenarios = try JSONSerialization.jsonObject(with: data) as? [[String: String]]
        let wanted = (scenarios ?? []).compactMap { $0["name"] }.map { name in
            "test" + name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }
        XCTAssertGreaterThan(wanted.count, 30)
        // Neither reflection nor a list: the tests are the functions of this very file.
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        XCTAssertEqual(wanted.filter { !source.contains("func \($0)()") }, [])
    }

    func testOneLoginServes64ConcurrentCallers() async throws {
        let client = try Sandbox.client()
        let full = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask { try await !client.vps().list().isEmpty }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        XCTAssertEqual(full, 64)
        let logins = try await Sandbox.count("api_login")
        XCTAssertEqual(logins, 1)
    }

    func testAWrongPasswordFailsEveryWaitingCallerAfterOneLogin() async throws {
        // Whoever calls after the refusal rightly logs in anew: the refusal waits for all eight.
        try await Sandbox.fail("api_login", #""latency", "milliseconds": 1500"#)
        let client = try Sandbox.client(password: "wrong")
        let errors = await withTaskGroup(of: InterServerError?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        _ = try await client.vps().list()
                        return nil
                    } catch {
                        return error as? InterServerError
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        XCTAssertEqual(errors.count, 8)
        for error in errors {
            XCTAssertEqual(error?.kind, .authentication)
            XCTAssertEqual(error?.outcome, .notDone)
        }
        let logins = try await Sandbox.count("api_login")
        XCTAssertEqual(logins, 1)
    }

    func testEveryModuleListsItsServices() async throws {
        let client = try Sandbox.client()
        let ids = [
            try await client.vps().list().map(\.id),
            try await client.webhosting().list().map(\.id),
            try await client.licenses().list().map(\.id),
            try await client.quickservers().list().map(\.id),
            try await client.domains().list().map(\.id),
            try await client.ssl().list().map(\.id),
            try await client.backups().list().map(\.id),
            try await client.mail().list().map(\.id),
            try await client.floatingIps().list().map(\.id),
            try await client.servers().list().map(\.id),
        ]
        XCTAssertEqual(ids.filter { $0.contains { $0 > 0 } }.count, 10)
    }

    func testAServiceIsFoundByItsNumber() async throws {
        let client = try Sandbox.client()
        let all = try await client.vps().list()
        let found = try await client.vps().get(id: all[0].id)
        XCTAssertEqual(found.id, all[0].id)
        XCTAssertEqual(found.hostname, all[0].hostname)
        XCTAssertNotNil(found.hostname)
    }

    func testAMissingServiceIsNotFound() async throws {
        let client = try Sandbox.client()
        let error = try await failure { _ = try await client.vps().get(id: 999_999) }
        guard case .notFound = error else { return XCTFail("\(error)") }
        XCTAssertEqual(error.kind, .notFound)
        XCTAssertEqual(error.operation, "api_vps_get_service")
        XCTAssertFalse(error.retryable)
    }

    func testMoneyDatesAndStatusesKeepTheirTypes() async throws {
        let client = try Sandbox.client()
        let invoice = try await client.vps().invoices()[0]
        let amount: Foundation.Decimal = try XCTUnwrap(invoice.amount)
        let date: DateComponents = try XCTUnwrap(invoice.date)
        XCTAssertGreaterThan(amount, 0)
        XCTAssertGreaterThan(try XCTUnwrap(date.year), 2014)
        XCTAssertNil(date.timeZone)
        let all = try await client.vps().list()
        XCTAssertTrue(all.contains { $0.serverStatus == .running })
    }

    func testAProblemWithAnOrderIsData() async throws {
        let client = try Sandbox.client()
        var order = try await order(client)
        order.rootPassword = "weak"
        let quote = try await client.vps().validate(order: order)
        XCTAssertFalse(quote.problems.isEmpty)
        XCTAssertNil(quote.serviceCost)
    }

    func testAGoodOrderIsBoughtAndPaid() async throws {
        let client = try Sandbox.client()
        let order = try await order(client)
        let quote = try await client.vps().validate(order: order)
        XCTAssertGreaterThan(try XCTUnwrap(quote.serviceCost), 0)
        let invoice = try await client.vps().buy(order: order).invoices[0]
        _ = try await client.billing().pay(module: .vps, invoice: invoice)
        let unpaid = try await client.vps().unpaidInvoices()
        XCTAssertFalse(unpaid.contains { $0.id == invoice })
        let all = try await client.vps().invoices()
        XCTAssertTrue(all.contains { $0.id == invoice })
    }

    func testAPaymentWithoutFundsIsAnApiError() async throws {
        let client = try Sandbox.client()
        let error = try await failure {
            // 500 are there, and each costs 55.
            for number in 1...10 {
                let order = LicenseOrder(ip: "198.51.100.\(100 + number)", licenseType: 5005)
                let bought = try await client.licenses().buy(order: order)
                let invoice = try XCTUnwrap(bought.invoice)
                _ = try await client.billing().pay(module: .licenses, invoice: invoice)
            }
        }
        XCTAssertEqual(error.kind, .api)
        XCTAssertEqual(error.operation, "api_make_payment")
        XCTAssertEqual(error.outcome, .notDone)
        XCTAssertTrue(try XCTUnwrap(error.statusText).contains("Insufficient"))
    }

    func testBadArgumentsAreRefusedBeforeAnythingIsSent() async throws {
        let client = try Sandbox.client()
        var order = try await order(client)
        order.slices = 17
        let wrong = order
        let error = try await failure { _ = try await client.vps().buy(order: wrong) }
        XCTAssertEqual(error.kind, .invalidArgument)
        XCTAssertTrue(error.reason.contains("slices"), error.reason)
        let sent = try await Sandbox.count("api_api_buy_vps")
        XCTAssertEqual(sent, 0)
    }

    func testTextThatTheServerWouldDestroyIsRefused() async throws {
        let client = try Sandbox.client()
        let draft = TicketDraft(
            email: "demo@example.com", ip: "203.0.113.9", subject: "Price", body: "It costs 5 €")
        let error = try await failure { _ = try await client.support().openTicket(ticket: draft) }
        XCTAssertEqual(error.kind, .invalidArgument)
        XCTAssertTrue(error.reason.contains("body") && error.reason.contains("€"), error.reason)
        let sent = try await Sandbox.count("api_openTicket")
        XCTAssertEqual(sent, 0)
    }

    func testASoapFaultIsTyped() async throws {
        let client = try Sandbox.client()
        try await Sandbox.fail("vps.list", #""soap_fault", "code": "Client""#)
        let error = try await failure { _ = try await client.vps().list() }
        XCTAssertEqual(error.kind, .fault)
        XCTAssertEqual(error.faultCode, "Client")
    }

    func testABusyServerIsAskedAgainByARead() async throws {
        let client = try Sandbox.client()
        try await Sandbox.fail("vps.list", #""status", "code": 503"#)
        let all = try await client.vps().list()
        XCTAssertFalse(all.isEmpty)
        let asked = try await Sandbox.count(list)
        XCTAssertEqual(asked, 2)
    }

    func testABusyServerSaysWhenToComeBack() async throws {
        let client = try Sandbox.client(ClientSettings(timeout: 20))
        try await Sandbox.fail("vps.list", #""status", "code": 429, "retry_after": 120"#)
        let error = try await failure { _ = try await client.vps().list() }
        XCTAssertEqual(error.kind, .http)
        XCTAssertEqual(error.httpStatus, 429)
        XCTAssertEqual(error.retryAfter, 120)
        XCTAssertTrue(error.retryable)
    }

    func testAPurchaseIsNeverSentTwice() async throws {
        let client = try Sandbox.client()
        let order = try await order(client)
        try await Sandbox.fail("vps.buy", #""status", "code": 503"#, count: 3)
        let error = try await failure { _ = try await client.vps().buy(order: order) }
        XCTAssertEqual(error.kind, .http)
        XCTAssertEqual(error.outcome, .unknown)
        XCTAssertFalse(error.retryable)
        let sent = try await Sandbox.count("api_api_buy_vps")
        XCTAssertEqual(sent, 1)
    }

    func testAnOrderIsFoundAfterABrokenLine() async throws {
        let client = try Sandbox.client()
        let order = try await order(client)
        let mark = try await client.vps().orderMark()
        try await Sandbox.fail("vps.buy", #""reset_after_effect""#)
        let error = try await failure { _ = try await client.vps().buy(order: order) }
        XCTAssertEqual(error.outcome, .unknown)
        let found = try await client.vps().findOrder(order: order, since: mark)
        XCTAssertEqual(found?.vps.hostname, "bought.example.com")
        XCTAssertFalse(try XCTUnwrap(found).invoices.isEmpty)
    }

    func testAnOrderThatNeverArrivedIsNotFound() async throws {
        let client = try Sandbox.client()
        let order = try await order(client)
        let mark = try await client.vps().orderMark()
        try await Sandbox.fail("vps.buy", #""reset_before_effect""#)
        let error = try await failure { _ = try await client.vps().buy(order: order) }
        XCTAssertEqual(error.outcome, .unknown)
        let found = try await client.vps().findOrder(order: order, since: mark)
        XCTAssertNil(found)
    }

    func testAnExpiredSessionIsRenewedOnce() async throws {
        let first = try Sandbox.client()
        try await first.authenticate()
        try await Sandbox.expireSessions()
        // A resumed session is in doubt from the start; the one that renews it is not, for a while.
        let client = try Sandbox.resume(try XCTUnwrap(first.session()))
        let full = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { try await !client.vps().list().isEmpty }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        XCTAssertEqual(full, 8)
        let logins = try await Sandbox.count("api_login")
        XCTAssertEqual(logins, 2)
    }

    func testADeadSessionNeverLooksLikeAnEmptyAccount() async throws {
        let client = try Client.resume(
            session: session, settings: ClientSettings(endpoint: Sandbox.endpoint))
        let error = try await failure { _ = try await client.vps().list() }
        XCTAssertEqual(error.kind, .authentication)
    }

    func testASlowServerEndsAsATimeout() async throws {
        let client = try Sandbox.client(ClientSettings(timeout: 0.7))
        try await client.authenticate()
        try await Sandbox.fail("vps.list", #""latency", "milliseconds": 20000"#, count: 3)
        let error = try await failure { _ = try await client.vps().list() }
        XCTAssertEqual(error.kind, .timeout)
        XCTAssertEqual(error.outcome, .notDone)
        XCTAssertTrue(error.retryable)
        XCTAssertGreaterThanOrEqual(error.attempts, 1)
    }

    func testAnUnreachableServerIsAConnectionError() async throws {
        // Nothing listens on the discard port of this machine.
        let settings = ClientSettings(
            endpoint: "http://127.0.0.1:9/api.php", retry: RetryPolicy(attempts: 1))
        let client = try Client.resume(session: session, settings: settings)
        let read = try await failure { _ = try await client.vps().list() }
        XCTAssertEqual(read.kind, .connect)
        XCTAssertEqual(read.outcome, .notDone)
        let order = VpsOrder(
            templateFile: "f", templateOs: "o", hostname: "h.example.com",
            rootPassword: "Str0ng!passw0rd")
        let purchase = try await failure { _ = try await client.vps().buy(order: order) }
        XCTAssertEqual(purchase.kind, .connect)
        XCTAssertEqual(purchase.outcome, .notDone)
    }

    func testACutAnswerOfAPurchaseHasAnUnknownOutcome() async throws {
        let client = try Sandbox.client()
        let order = try await order(client)
        try await Sandbox.fail("vps.buy", #""truncated""#)
        let error = try await failure { _ = try await client.vps().buy(order: order) }
        XCTAssertEqual(error.kind, .decode)
        XCTAssertEqual(error.outcome, .unknown)
    }

    func testAnAnswerPastTheLimitsIsTooLarge() async throws {
        let client = try Sandbox.client(ClientSettings(limits: Limits(body: 2000)))
        let error = try await failure { _ = try await client.vps().list() }
        XCTAssertEqual(error.kind, .tooLarge)
        XCTAssertTrue(try XCTUnwrap(error.limit).contains("limits.body"))
    }

    func testACancelledCallLeavesTheClientUsable() async throws {
        let client = try Sandbox.client()
        try await client.authenticate()
        try await Sandbox.fail("vps.list", #""latency", "milliseconds": 20000"#)
        let started = Date()
        let call = Task { try await client.vps().list() }
        while try await Sandbox.count(list) == 0 {
            try await Task.sleep(nanoseconds: 20_000_000)
        }
        call.cancel()
        do {
            _ = try await call.value
            XCTFail("it was cancelled")
        } catch {
            XCTAssertTrue(error is CancellationError, "\(error)")
        }
        XCTAssertLessThan(Date().timeIntervalSince(started), 19, "it did not wait for the answer")
        let all = try await client.vps().list()
        XCTAssertFalse(all.isEmpty)
        // A task that is cancelled before it calls.
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.vps().list()
        }
        do {
            _ = try await late.value
            XCTFail("it was cancelled")
        } catch {
            XCTAssertTrue(error is CancellationError, "\(error)")
        }
    }

    func testSecretsAreMaskedInTextAndThereOnAccess() async throws {
        let client = try Sandbox.client()
        let all = try await client.vps().list()
        let vps = try XCTUnwrap(all.first { $0.rootPassword != nil })
        let password = try XCTUnwrap(vps.rootPassword)
        XCTAssertFalse(password.isEmpty)
        let session = try XCTUnwrap(client.session())
        let order = try await order(client)
        let error = try await failure { _ = try await client.vps().get(id: 999_999) }
        let texts = [
            "\(vps)", "\(order)", "\(error)", "\(error.details)", "\(client)", "\([vps])",
            String(reflecting: vps), String(reflecting: error), String(describing: Optional(order)),
        ]
        for text in texts {
            for secret in [password, session, "Str0ng!passw0rd"] {
                XCTAssertFalse(text.contains(secret), "a secret shows in a \(text.prefix(12))")
            }
        }
        XCTAssertTrue("\(vps)".contains(try XCTUnwrap(vps.hostname)))
        XCTAssertEqual(order.rootPassword, "Str0ng!passw0rd")
        let settings = ClientSettings(proxy: "http://me:hunter2@127.0.0.1:1/")
        XCTAssertFalse("\(settings)".contains("hunter2"))
    }

    func testUnknownWordsAndFieldsAreKept() async throws {
        let client = try Sandbox.client()
        let vps = try await client.vps().list()[0]
        let raw = try await client.call(
            wireName: "api_vps_get_service",
            arguments: [Argument(name: "id", value: .int(value: vps.id))])
        XCTAssertEqual(raw["vps_id"]?.int, vps.id)
        let other: [String: Value] = vps.other
        XCTAssertNil(other["vps_id"])
        XCTAssertEqual(ServerStatus.other(word: "mothballed").description, "mothballed")
    }

    func testTicketsComeLazily() async throws {
        let client = try Sandbox.client()
        let tickets = client.support().tickets()
        let before = try await Sandbox.count("api_getTicketList")
        XCTAssertEqual(before, 0)
        let first = try await tickets.nextTicket()
        let after = try await Sandbox.count("api_getTicketList")
        XCTAssertEqual(after, 1)
        var ids = [try XCTUnwrap(first).id]
        for try await ticket in tickets {
            ids.append(ticket.id)
        }
        XCTAssertEqual(Set(ids).count, ids.count)
        let page = try await client.support().ticketPage(limit: 1000)
        XCTAssertEqual(ids, page.tickets.map(\.id))
    }

    func testAnInventoryNamesWhatFailed() async throws {
        let client = try Sandbox.client()
        try await Sandbox.fail("ssl.list", #""truncated""#)
        let inventory = try await client.inventory()
        XCTAssertEqual(inventory.failures.map(\.module), [.ssl])
        XCTAssertEqual(inventory.failures[0].error.kind, .decode)
        XCTAssertEqual(Set(inventory.items.map(\.module)).count, 9)
    }

    func testWaitingSeesARestartThrough() async throws {
        let client = try Sandbox.client()
        let id = try await runningVps(client)
        _ = try await client.vps().restart(id: id)
        let options = WaitOptions(pause: 0.05, longestPause: 0.05)
        let waiting = Task {
            try await client.vps().waitFor(id: id, state: .running, options: options)
        }
        let looks = { try await Sandbox.count("api_vps_get_service") }
        while try await looks() == 0 {}
        try await Sandbox.advance(2)
        let seen = try await looks()
        while try await looks() < seen + 2 {}
        let meanwhile = try await client.vps().get(id: id)
        XCTAssertEqual(meanwhile.serverStatus, .restarting)
        try await Sandbox.advance(10)
        let vps = try await waiting.value
        XCTAssertEqual(vps.serverStatus, .running)
    }

    func testWaitingEndsAtItsDeadline() async throws {
        let client = try Sandbox.client()
        let id = try await runningVps(client)
        let options = WaitOptions(deadline: 0.2, pause: 0.05)
        let error = try await failure {
            _ = try await client.vps().waitFor(id: id, state: .deleted, options: options)
        }
        XCTAssertEqual(error.kind, .timeout)
        XCTAssertTrue(error.reason.contains("running"), error.reason)
    }

    private func newZone(_ client: Client) async throws -> Int64 {
        _ = try await client.dns().addZone(domain: "fresh.example", ip: "203.0.113.5")
        return try await client.dns().findZone(name: "FRESH.example.", first: 1, last: 50).id
    }

    func testADnsRecordIsUpdatedOrAdded() async throws {
        let client = try Sandbox.client()
        let zone = try await newZone(client)
        var draft = DnsRecordDraft(name: "app.fresh.example", content: "203.0.113.6")
        let first = try await client.dns().upsertRecord(zone: zone, draft: draft)
        guard case .added(let id) = first else { return XCTFail("\(first)") }
        draft.content = "203.0.113.7"
        let second = try await client.dns().upsertRecord(zone: zone, draft: draft)
        XCTAssertEqual(second, .updated(id: id))
        let third = try await client.dns().upsertRecord(zone: zone, draft: draft)
        XCTAssertEqual(third, .unchanged(id: id))
    }

    func testAZoneLivesFromAddToDelete() async throws {
        let client = try Sandbox.client()
        let zone = try await newZone(client)
        let draft = DnsRecordDraft(
            name: "mail.fresh.example", content: "203.0.113.8", recordType: .a)
        let id = try await client.dns().addRecord(zone: zone, record: draft)
        let records = try await client.dns().records(zone: zone)
        XCTAssertTrue(records.contains { $0.id == id && $0.content == "203.0.113.8" })
        try await client.dns().deleteZone(zone: zone)
        let error = try await failure { _ = try await client.dns().zone(id: zone) }
        XCTAssertEqual(error.kind, .notFound)
    }

    func testATicketIsOpenedAndAnswered() async throws {
        let client = try Sandbox.client()
        let draft = TicketDraft(
            email: "demo@example.com", ip: "203.0.113.9", subject: "Hello", body: "Is it on?")
        let opened = try await client.support().openTicket(ticket: draft)
        let number = String(try XCTUnwrap(opened.id))
        let shown = try await client.support().ticket(ticket: number)
        XCTAssertEqual(shown.ticket?.subject, "Hello")
        _ = try await client.support().reply(ticket: number, content: "It is.")
        let answered = try await client.support().ticket(ticket: number)
        XCTAssertEqual(answered.ticket?.posts.count, 2)
    }

    func testACancelledServiceStaysCanceled() async throws {
        let client = try Sandbox.client()
        let id = try await runningVps(client)
        try await client.vps().cancel(id: id)
        let after = try await client.vps().get(id: id)
        XCTAssertEqual(after.status, .canceled)
        try await Sandbox.advance(3600)
        let later = try await client.vps().get(id: id)
        XCTAssertEqual(later.status, .canceled)
    }

    func testTheRawDoorCallsByWireName() async throws {
        let client = try Sandbox.client()
        let id = try await client.vps().list()[0].id
        let argument = Argument(name: "id", value: .int(value: id))
        let vps = try await client.call(wireName: "api_vps_get_service", arguments: [argument])
        XCTAssertNotNil(vps["vps_hostname"]?.text)
        let error = try await failure {
            _ = try await client.call(
                wireName: "api_vps_get_service",
                arguments: [argument, Argument(name: "colour", value: "red")])
        }
        XCTAssertEqual(error.kind, .invalidArgument)
        XCTAssertTrue(error.reason.contains("colour") && error.reason.contains("id"), error.reason)
    }

    func testAWrongSettingIsAConfigurationError() throws {
        let settings = ClientSettings(endpoint: "http://example.com/api.php")
        XCTAssertThrowsError(try Sandbox.client(settings)) { error in
            XCTAssertEqual((error as? InterServerError)?.kind, .configuration)
            XCTAssertTrue("\(error)".contains("endpoint"))
        }
    }
}
