package interserver

import java.io.File
import java.math.BigDecimal
import java.net.ServerSocket
import java.time.Duration
import java.time.LocalDateTime
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.fail

/** What every language does alike: `tests/behaviour/scenarios.json`, a test for each. */
class BehaviourTest {
    private val list = "api_vps_get_services"

    @BeforeEach
    fun freshSandbox() = Sandbox.reset()

    /** Runs a test with a client, in an event loop. */
    private fun scenario(settings: ClientSettings = ClientSettings(), test: suspend (Client) -> Unit) {
        Sandbox.client(settings).use { client -> runBlocking { test(client) } }
    }

    private suspend inline fun <reified E : InterServerException> failsAs(call: () -> Unit): E {
        val error = runCatching { call() }.exceptionOrNull() ?: fail("nothing was thrown")
        return assertInstanceOf(E::class.java, error)
    }

    private suspend fun order(client: Client) =
        client.vps().templates().first { it.virtualization == "KVM Linux" }.order("bought.example.com", "Str0ng!passw0rd")

    @Test
    fun everyScenarioHasATest() {
        val scenarios = Regex("\"name\": \"([a-z0-9_]+)\"").findAll(File("../../tests/behaviour/scenarios.json").readText())
        val wanted = scenarios.map { it.groupValues[1].replace(Regex("_(.)")) { word -> word.groupValues[1].uppercase() } }.toSet()
        val have = javaClass.methods.filter { it.isAnnotationPresent(Test::class.java) }.map { it.name }.toSet()
        assertTrue(wanted.size > 30, "the scenarios were not found")
        assertEquals(emptySet<String>(), wanted - have)
    }

    @Test
    fun oneLoginServes64ConcurrentCallers() = scenario { client ->
        val lists = runBlocking { List(64) { async { client.vps().list() } }.awaitAll() }
        assertEquals(64, lists.count { it.isNotEmpty() })
        assertEquals(1, Sandbox.count("api_login"))
    }

    @Test
    fun aWrongPasswordFailsEveryWaitingCallerAfterOneLogin() {
        // Whoever calls after the refusal rightly logs in anew: the refusal waits for all eight.
        Sandbox.fail("api_login", "\"latency\", \"milliseconds\": 1500")
        Sandbox.client(password = "wrong").use { client ->
            val results = runBlocking { List(8) { async { runCatching { client.vps().list() } } }.awaitAll() }
            for (result in results) {
                val error = assertInstanceOf(InterServerException.Authentication::class.java, result.exceptionOrNull())
                assertEquals(Outcome.NOT_DONE, error.outcome)
            }
            assertEquals(1, Sandbox.count("api_login"))
        }
    }

    @Test
    fun everyModuleListsItsServices() = scenario { client ->
        val ids = listOf(
            client.vps().list().map { it.id },
            client.webhosting().list().map { it.id },
            client.licenses().list().map { it.id },
            client.quickservers().list().map { it.id },
            client.domains().list().map { it.id },
            client.ssl().list().map { it.id },
            client.backups().list().map { it.id },
            client.mail().list().map { it.id },
            client.floatingIps().list().map { it.id },
            client.servers().list().map { it.id },
        )
        assertEquals(10, ids.count { module -> module.any { it > 0 } })
    }

    @Test
    fun aServiceIsFoundByItsNumber() = scenario { client ->
        val listed = client.vps().list().first()
        val found = client.vps().get(listed.id)
        assertEquals(listed.id, found.id)
        assertEquals(listed.hostname, found.hostname)
        assertNotNull(found.hostname)
    }

    @Test
    fun aMissingServiceIsNotFound() = scenario { client ->
        val error = failsAs<InterServerException.NotFound> { client.vps().get(999_999) }
        assertEquals("api_vps_get_service", error.operation)
        assertEquals(ErrorKind.NOT_FOUND, error.kind)
        assertFalse(error.retryable)
    }

    @Test
    fun moneyDatesAndStatusesKeepTheirTypes() = scenario { client ->
        val invoice = client.vps().invoices().first()
        val amount: BigDecimal? = invoice.amount
        val date: LocalDateTime? = invoice.date
        assertTrue(amount!!.signum() > 0)
        assertTrue(date!!.year >= 2015)
        assertTrue(client.vps().list().any { it.serverStatus == ServerStatus.Running })
    }

    @Test
    fun aProblemWithAnOrderIsData() = scenario { client ->
        val quote = client.vps().validate(order(client).copy(rootPassword = "weak"))
        assertTrue(quote.problems.isNotEmpty())
        assertNull(quote.serviceCost)
    }

    @Test
    fun aGoodOrderIsBoughtAndPaid() = scenario { client ->
        val order = order(client)
        assertTrue(client.vps().validate(order).serviceCost!!.signum() > 0)
        val invoice = client.vps().buy(order).invoices.first()
        client.billing().pay(Module.Vps, invoice)
        assertFalse(client.vps().unpaidInvoices().any { it.id == invoice })
        assertTrue(client.vps().invoices().any { it.id == invoice })
    }

    @Test
    fun aPaymentWithoutFundsIsAnApiError() = scenario { client ->
        val error = failsAs<InterServerException.Api> {
            // 500 are there, and each costs 55.
            for (number in 1..10) {
                val bought = client.licenses().buy(LicenseOrder(ip = "198.51.100.${100 + number}", licenseType = 5005))
                client.billing().pay(Module.Licenses, bought.invoice!!)
            }
        }
        assertEquals("api_make_payment", error.operation)
        assertEquals(Outcome.NOT_DONE, error.outcome)
        assertTrue(error.statusText!!.contains("Insufficient"))
    }

    @Test
    fun badArgumentsAreRefusedBeforeAnythingIsSent() = scenario { client ->
        val order = order(client).copy(slices = 17)
        val error = failsAs<InterServerException.InvalidArgument> { client.vps().buy(order) }
        assertTrue(error.reason.contains("slices"), error.reason)
        assertEquals(0, Sandbox.count("api_api_buy_vps"))
    }

    @Test
    fun textThatTheServerWouldDestroyIsRefused() = scenario { client ->
        val draft = TicketDraft(email = "demo@example.com", ip = "203.0.113.9", subject = "Price", body = "It costs 5 €")
        val error = failsAs<InterServerException.InvalidArgument> { client.support().openTicket(draft) }
        assertTrue(error.reason.contains("body") && error.reason.contains('€'), error.reason)
        assertEquals(0, Sandbox.count("api_openTicket"))
    }

    @Test
    fun aSoapFaultIsTyped() = scenario { client ->
        Sandbox.fail("vps.list", "\"soap_fault\", \"code\": \"Client\"")
        val error = failsAs<InterServerException.Fault> { client.vps().list() }
        assertEquals("Client", error.faultCode)
    }

    @Test
    fun aBusyServerIsAskedAgainByARead() = scenario { client ->
        Sandbox.fail("vps.list", "\"status\", \"code\": 503")
        assertTrue(client.vps().list().isNotEmpty())
        assertEquals(2, Sandbox.count(list))
    }

    @Test
    fun aBusyServerSaysWhenToComeBack() = scenario(ClientSettings(timeout = Duration.ofSeconds(20))) { client ->
        Sandbox.fail("vps.list", "\"status\", \"code\": 429, \"retry_after\": 120")
        val error = failsAs<InterServerException.Http> { client.vps().list() }
        assertEquals(429, error.httpStatus)
        assertEquals(Duration.ofSeconds(120), error.retryAfter)
        assertTrue(error.retryable)
    }

    @Test
    fun aPurchaseIsNeverSentTwice() = scenario { client ->
        val order = order(client)
        Sandbox.fail("vps.buy", "\"status\", \"code\": 503", count = 3)
        val error = failsAs<InterServerException.Http> { client.vps().buy(order) }
        assertEquals(Outcome.UNKNOWN, error.outcome)
        assertFalse(error.retryable)
        assertEquals(1, Sandbox.count("api_api_buy_vps"))
    }

    @Test
    fun anOrderIsFoundAfterABrokenLine() = scenario { client ->
        val order = order(client)
        val mark = client.vps().orderMark()
        Sandbox.fail("vps.buy", "\"reset_after_effect\"")
        val error = failsAs<InterServerException> { client.vps().buy(order) }
        assertEquals(Outcome.UNKNOWN, error.outcome)
        val found = client.vps().findOrder(order, mark)
        assertEquals("bought.example.com", found!!.vps.hostname)
        assertTrue(found.invoices.isNotEmpty())
    }

    @Test
    fun anOrderThatNeverArrivedIsNotFound() = scenario { client ->
        val order = order(client)
        val mark = client.vps().orderMark()
        Sandbox.fail("vps.buy", "\"reset_before_effect\"")
        val error = failsAs<InterServerException> { client.vps().buy(order) }
        assertEquals(Outcome.UNKNOWN, error.outcome)
        assertNull(client.vps().findOrder(order, mark))
    }

    @Test
    fun anExpiredSessionIsRenewedOnce() = scenario { first ->
        first.authenticate()
        Sandbox.expireSessions()
        // A resumed session is in doubt from the start; the one that renews it is not, for a while.
        Sandbox.resume(first.session()!!).use { client ->
            val lists = runBlocking { List(8) { async { client.vps().list() } }.awaitAll() }
            assertEquals(8, lists.count { it.isNotEmpty() })
        }
        assertEquals(2, Sandbox.count("api_login"))
    }

    @Test
    fun aDeadSessionNeverLooksLikeAnEmptyAccount() {
        Client.resume("0123456789abcdef0123456789abcdef", settings = ClientSettings(endpoint = Sandbox.endpoint)).use { client ->
            runBlocking { failsAs<InterServerException.Authentication> { client.vps().list() } }
        }
    }

    @Test
    fun aSlowServerEndsAsATimeout() = scenario(ClientSettings(timeout = Duration.ofMillis(700))) { client ->
        client.authenticate()
        Sandbox.fail("vps.list", "\"latency\", \"milliseconds\": 20000", count = 3)
        val error = failsAs<InterServerException.Timeout> { client.vps().list() }
        assertEquals(Outcome.NOT_DONE, error.outcome)
        assertTrue(error.retryable)
        assertTrue(error.attempts >= 1)
    }

    @Test
    fun anUnreachableServerIsAConnectionError() {
        val nobody = ServerSocket(0).use { "http://127.0.0.1:${it.localPort}/api.php" }
        val settings = ClientSettings(endpoint = nobody, retry = RetryPolicy(attempts = 1))
        Client.resume("0123456789abcdef0123456789abcdef", settings = settings).use { client ->
            runBlocking {
                assertEquals(Outcome.NOT_DONE, failsAs<InterServerException.Connect> { client.vps().list() }.outcome)
                val order = VpsOrder(templateFile = "f", templateOs = "o", hostname = "h.example.com", rootPassword = "Str0ng!passw0rd")
                assertEquals(Outcome.NOT_DONE, failsAs<InterServerException.Connect> { client.vps().buy(order) }.outcome)
            }
        }
    }

    @Test
    fun aCutAnswerOfAPurchaseHasAnUnknownOutcome() = scenario { client ->
        val order = order(client)
        Sandbox.fail("vps.buy", "\"truncated\"")
        val error = failsAs<InterServerException.Decode> { client.vps().buy(order) }
        assertEquals(Outcome.UNKNOWN, error.outcome)
    }

    @Test
    fun anAnswerPastTheLimitsIsTooLarge() = scenario(ClientSettings(limits = Limits(body = 2000))) { client ->
        val error = failsAs<InterServerException.TooLarge> { client.vps().list() }
        assertTrue(error.limit!!.contains("limits.body"), error.limit)
    }

    @Test
    fun aCancelledCallLeavesTheClientUsable() = scenario { client ->
        client.authenticate()
        Sandbox.fail("vps.list", "\"latency\", \"milliseconds\": 20000")
        runBlocking {
            var ending: Throwable? = null
            val call = launch { ending = runCatching { client.vps().list() }.exceptionOrNull() }
            while (Sandbox.count(list) == 0) delay(20)
            call.cancelAndJoin()
            assertInstanceOf(CancellationException::class.java, ending)
        }
        assertTrue(client.vps().list().isNotEmpty())
    }

    @Test
    fun secretsAreMaskedInTextAndThereOnAccess() = scenario { client ->
        val vps = client.vps().list().first { it.rootPassword != null }
        val password = vps.rootPassword!!
        assertTrue(password.isNotEmpty())
        val session = client.session()!!
        val order = order(client)
        val error = failsAs<InterServerException> { client.vps().get(999_999) }
        for (text in listOf("$vps", "$order", "$error", "${error.details}", "$client", "${listOf(vps)}")) {
            for (secret in listOf(password, session, "Str0ng!passw0rd")) {
                assertFalse(text.contains(secret), "a secret shows in the text form of a ${text.substringBefore(' ')}")
            }
        }
        assertTrue("$vps".contains(vps.hostname!!), "the text form says what it is of")
        assertEquals("Str0ng!passw0rd", order.rootPassword)
        val settings = ClientSettings(proxy = "http://me:hunter2@127.0.0.1:1/")
        assertFalse("$settings".contains("hunter2"))
    }

    @Test
    fun unknownWordsAndFieldsAreKept() = scenario { client ->
        val vps = client.vps().list().first()
        val raw = client.call("api_vps_get_service", listOf(Argument("id", Value.Int(vps.id))))
        val entries = assertInstanceOf(Value.Entries::class.java, raw).entries
        assertEquals(Value.Int(vps.id), entries["vps_id"])
        val other: Map<String, Value> = vps.other
        assertTrue(other.keys.none { it == "vps_id" })
        assertEquals("mothballed", ServerStatus.Other("mothballed").toString())
    }

    @Test
    fun ticketsComeLazily() = scenario { client ->
        val tickets = client.support().tickets()
        assertEquals(0, Sandbox.count("api_getTicketList"))
        val first = tickets.asFlow().take(1).toList().single()
        assertEquals(1, Sandbox.count("api_getTicketList"))
        val ids = listOf(first.id) + tickets.asFlow().toList().map { it.id }
        assertEquals(ids.toSet().size, ids.size)
        assertEquals(client.support().ticketPage(limit = 1000).tickets.map { it.id }, ids)
    }

    @Test
    fun anInventoryNamesWhatFailed() = scenario { client ->
        Sandbox.fail("ssl.list", "\"truncated\"")
        val inventory = client.inventory()
        assertEquals(listOf<Module>(Module.Ssl), inventory.failures.map { it.module })
        assertInstanceOf(InterServerException.Decode::class.java, inventory.failures.single().error)
        assertEquals(9, inventory.items.map { it.module }.toSet().size)
    }

    private suspend fun runningVps(client: Client) =
        client.vps().list().first { it.serverStatus == ServerStatus.Running && it.status == ServiceStatus.Active }.id

    @Test
    fun waitingSeesARestartThrough() = scenario { client ->
        val id = runningVps(client)
        client.vps().restart(id)
        runBlocking {
            val wait = WaitOptions(pause = Duration.ofMillis(50), longestPause = Duration.ofMillis(50))
            val waiting = async { client.vps().waitFor(id, ServerStatus.Running, wait) }
            while (Sandbox.count("api_vps_get_service") == 0) delay(20)
            Sandbox.advance(2)
            val looks = Sandbox.count("api_vps_get_service")
            while (Sandbox.count("api_vps_get_service") < looks + 2) delay(20)
            assertFalse(waiting.isCompleted, "it restarts still")
            Sandbox.advance(10)
            assertEquals(ServerStatus.Running, waiting.await().serverStatus)
        }
    }

    @Test
    fun waitingEndsAtItsDeadline() = scenario { client ->
        val wait = WaitOptions(deadline = Duration.ofMillis(200), pause = Duration.ofMillis(50))
        val error = failsAs<InterServerException.Timeout> {
            client.vps().waitFor(runningVps(client), ServerStatus.Deleted, wait)
        }
        assertTrue(error.reason.contains("running"), error.reason)
    }

    private suspend fun newZone(client: Client): DnsZone {
        client.dns().addZone("fresh.example", "203.0.113.5")
        return client.dns().findZone("FRESH.example.", 1, 50)
    }

    @Test
    fun aDnsRecordIsUpdatedOrAdded() = scenario { client ->
        val zone = newZone(client).id
        val draft = DnsRecordDraft(name = "app.fresh.example", content = "203.0.113.6")
        val added = assertInstanceOf(Upserted.Added::class.java, client.dns().upsertRecord(zone, draft))
        val changed = draft.copy(content = "203.0.113.7")
        assertEquals(Upserted.Updated(added.id), client.dns().upsertRecord(zone, changed))
        assertEquals(Upserted.Unchanged(added.id), client.dns().upsertRecord(zone, changed))
    }

    @Test
    fun aZoneLivesFromAddToDelete() = scenario { client ->
        val zone = newZone(client).id
        val draft = DnsRecordDraft(name = "mail.fresh.example", content = "203.0.113.8", recordType = DnsType.A)
        val id = client.dns().addRecord(zone, draft)
        assertTrue(client.dns().records(zone).any { it.id == id && it.content == "203.0.113.8" })
        client.dns().deleteZone(zone)
        failsAs<InterServerException.NotFound> { client.dns().zone(zone) }
    }

    @Test
    fun aTicketIsOpenedAndAnswered() = scenario { client ->
        val draft = TicketDraft(email = "demo@example.com", ip = "203.0.113.9", subject = "Hello", body = "Is it on?")
        val number = client.support().openTicket(draft).id.toString()
        assertEquals("Hello", client.support().ticket(number).ticket!!.subject)
        client.support().reply(number, "It is.")
        assertEquals(2, client.support().ticket(number).ticket!!.posts.size)
    }

    @Test
    fun aCancelledServiceStaysCanceled() = scenario { client ->
        val id = runningVps(client)
        client.vps().cancel(id)
        assertEquals(ServiceStatus.Canceled, client.vps().get(id).status)
        Sandbox.advance(3600)
        assertEquals(ServiceStatus.Canceled, client.vps().get(id).status)
    }

    @Test
    fun theRawDoorCallsByWireName() = scenario { client ->
        val id = client.vps().list().first().id
        val vps = client.call("api_vps_get_service", listOf(Argument("id", Value.Int(id))))
        assertTrue(assertInstanceOf(Value.Entries::class.java, vps).entries.containsKey("vps_hostname"))
        val wrong = listOf(Argument("id", Value.Int(id)), Argument("colour", Value.Text("red")))
        val error = failsAs<InterServerException.InvalidArgument> { client.call("api_vps_get_service", wrong) }
        assertTrue(error.reason.contains("colour") && error.reason.contains("id"), error.reason)
    }

    @Test
    fun aWrongSettingIsAConfigurationError() {
        val settings = ClientSettings(endpoint = "http://example.com/api.php")
        val error = runCatching { Sandbox.client(settings) }.exceptionOrNull()
        assertTrue(assertInstanceOf(InterServerException.Configuration::class.java, error).reason.contains("endpoint"))
    }
}
