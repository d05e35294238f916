package interserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The face for Java: futures instead of suspending functions. */
class JavaTest {
    private static <T> T wait(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private static FutureClient client() throws InterServerException {
        return new FutureClient(
                new Client("demo@example.com", "secret", new ClientSettings(Sandbox.INSTANCE.getEndpoint())));
    }

    @BeforeEach
    void freshSandbox() {
        Sandbox.INSTANCE.reset();
    }

    @Test
    void listsAndOrdersWithFutures() throws Exception {
        try (var client = client()) {
            List<Vps> all = wait(client.vps().list());
            assertTrue(all.get(0).getId() > 0);

            var template = wait(client.vps().templates()).get(0);
            var quote = wait(client.vps().validate(template.order("java.example.com", "Str0ng!passw0rd")));
            assertEquals(1, quote.getServiceCost().compareTo(BigDecimal.ZERO), "a price");
            wait(client.vps().restart(all.get(0).getId()));
        }
    }

    @Test
    void callsRunAtOnce() throws Exception {
        try (var client = client()) {
            var calls = Stream.generate(() -> client.vps().list()).limit(16).toList();
            for (var call : calls) {
                assertFalse(wait(call).isEmpty());
            }
            assertEquals(1, Sandbox.INSTANCE.count("api_login"));
        }
    }

    @Test
    void failuresAreTypedAndSayWhatToDo() throws Exception {
        try (var client = client()) {
            var failure = assertThrows(ExecutionException.class, () -> wait(client.vps().get(999_999)));
            var error = assertInstanceOf(InterServerException.NotFound.class, failure.getCause());
            assertEquals(ErrorKind.NOT_FOUND, error.getKind());
            assertEquals("api_vps_get_service", error.getOperation());
            assertTrue(error.getMessage().startsWith("api_vps_get_service: "), error.getMessage());
        }
    }

    @Test
    void cancellingAFutureEndsTheCall() throws Exception {
        try (var client = client()) {
            wait(client.authenticate());
            Sandbox.INSTANCE.fail("vps.list", "\"latency\", \"milliseconds\": 20000", 1);
            var call = client.vps().list();
            while (Sandbox.INSTANCE.count("api_vps_get_services") == 0) {
                Thread.onSpinWait();
            }
            assertTrue(call.cancel(true));
            assertThrows(CancellationException.class, call::join);
            assertFalse(wait(client.vps().list()).isEmpty());
        }
    }

    @Test
    void otherConstructorsAreStaticAndLeaveOutWhatHasADefault() throws Exception {
        try (var client = Client.resume("0123456789abcdef")) {
            assertEquals("0123456789abcdef", client.session());
        }
    }

    @Test
    void aCheckedExceptionTellsOfAWrongSetting() {
        var settings = new ClientSettings("http://example.com/api.php");
        assertThrows(InterServerException.Configuration.class, () -> new Client("a@example.com", "b", settings));
    }
}
