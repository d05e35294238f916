import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * Runs the manual's programs for the JVM one after the other, each as {@code java} would start it, and
 * writes what each printed: {@code Runner LIST PROGRAMS OUTPUTS}. LIST has a name and a class on each
 * line; the programs themselves are in the class path already.
 */
public class Runner {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final URI RESET =
            URI.create(System.getenv("INTERSERVER_SANDBOX").replace("/api.php", "/sandbox/reset"));

    public static void main(String[] arguments) throws Exception {
        var outputs = new StringJoiner(",\n", "{\n", "\n}\n");
        var failed = 0;
        for (var line : Files.readAllLines(Path.of(arguments[0]))) {
            var words = line.split(" ");
            reset();
            var console = System.out;
            var written = new ByteArrayOutputStream();
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            try {
                Class.forName(words[1]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException failure) {
                failed++;
                System.err.println(words[0] + " failed: " + failure.getCause());
            } finally {
                System.setOut(console);
            }
            outputs.add(json(words[0]) + ": " + json(written.toString(StandardCharsets.UTF_8)));
        }
        Files.writeString(Path.of(arguments[2]), outputs.toString());
        // A program may have left threads behind.
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Puts the sandbox into its first state. */
    private static void reset() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(RESET).POST(HttpRequest.BodyPublishers.noBody()).build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the sandbox says " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String json(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
