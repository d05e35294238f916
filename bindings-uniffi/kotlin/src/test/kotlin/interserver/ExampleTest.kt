package interserver

import example.ServersViewModel
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

/** The view model of `examples/android`, which is compiled into these tests, works. */
class ExampleTest {
    @BeforeEach
    fun freshSandbox() = Sandbox.reset()

    @Test
    fun theScreenListsServersAndTellsOfProblems() {
        Sandbox.client().use { client ->
            runBlocking {
                val model = ServersViewModel(client, this)
                model.refresh().join()
                assertTrue(model.servers.value.list.isNotEmpty())
                assertNull(model.servers.value.problem)
                Sandbox.fail("vps.list", "\"soap_fault\", \"code\": \"Client\", \"text\": \"Closed today\"")
                model.refresh().join()
                assertTrue(model.servers.value.problem!!.contains("Closed today"))
            }
        }
        Sandbox.client(password = "wrong").use { client ->
            runBlocking {
                val model = ServersViewModel(client, this)
                model.refresh().join()
                assertEquals("Please sign in again.", model.servers.value.problem)
            }
        }
    }
}
