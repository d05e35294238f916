package interserver

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

/** The sandbox that the test run was started with, and the door by which tests steer it. */
object Sandbox {
    val endpoint: String =
        System.getenv("INTERSERVER_SANDBOX")
            ?: error("INTERSERVER_SANDBOX is not set: run the tests by `make test-kotlin`")
    private val http = HttpClient.newHttpClient()

    fun client(settings: ClientSettings = ClientSettings(), password: String = "secret"): Client =
        Client("demo@example.com", password, settings.copy(endpoint = settings.endpoint ?: endpoint))

    /** A client that goes on with [session], and can renew it. */
    fun resume(session: String): Client =
        Client.resume(session, "demo@example.com", "secret", ClientSettings(endpoint = endpoint))

    fun reset() = post("reset")

    fun expireSessions() = post("expire")

    fun advance(seconds: Int) = post("advance", """{"seconds": $seconds}""")

    /** Plans a fault; [fault] holds the JSON members that name it. */
    fun fail(operation: String, fault: String, count: Int = 1) =
        post("fail", """{"operation": "$operation", "count": $count, "fault": $fault}""")

    /** How often a function was asked for, by its wire name. */
    fun count(wireName: String): Int {
        val counts = send(request("requests").GET()).substringAfter("\"counts\":{").substringBefore('}')
        return Regex("\"$wireName\":(\\d+)").find(counts)?.groupValues?.get(1)?.toInt() ?: 0
    }

    private fun post(command: String, body: String = "") {
        send(request(command).POST(HttpRequest.BodyPublishers.ofString(body)))
    }

    private fun request(command: String) =
        HttpRequest.newBuilder(URI(endpoint.replace("/api.php", "/sandbox/$command"))).timeout(Duration.ofSeconds(20))

    private fun send(request: HttpRequest.Builder): String {
        val answer = http.send(request.build(), BodyHandlers.ofString())
        check(answer.statusCode() == 200) { "the sandbox says ${answer.statusCode()}: ${answer.body()}" }
        return answer.body()
    }
}
