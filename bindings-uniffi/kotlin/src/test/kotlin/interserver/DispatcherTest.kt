package interserver

import java.util.concurrent.TimeUnit
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.future.future
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

/** On which threads programs go on after a call. */
class DispatcherTest {
    @BeforeEach
    fun freshSandbox() = Sandbox.reset()

    @Test
    fun aCoroutineWithoutADispatcherGoesOnOnAThreadOfItsOwn() {
        Sandbox.client().use { client ->
            // As `suspend fun main` does. The first call logs in, which other calls could wait for.
            val thread = CoroutineScope(Dispatchers.Unconfined).future {
                assertFalse(client.vps().list().isEmpty())
                assertNotNull(client.general().role())
                Thread.currentThread().name
            }
            // A library that waits for itself does so for ever.
            val name = thread.get(60, TimeUnit.SECONDS)
            assertFalse(name.startsWith("Thread-"), "$name is the library's")
        }
    }
}
