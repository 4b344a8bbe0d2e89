package org.hotline400.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.app.Hotline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String PLAN = """
            {
              "start": "staff",
              "steps": {
                "staff": {"type": "forward", "targets": [{"to": "13800138001"}], "otherwise": "sorry"},
                "sorry": {"type": "hang-up", "prompts": ["our-own"], "cause": "busy"}
              },
              "examples": [
                {"name": "busy", "given": {"others": "busy"}, "expect": {"path": ["staff", "sorry"], "end": "busy"}}
              ]
            }
            """;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void key() throws IOException {
        Files.writeString(folder.resolve("key"), "h4_test\n");
    }

    private int hotline(String... arguments) {
        var out = new PrintWriter(said);
        return Hotline.commandLine().setOut(out).setErr(out).execute(arguments);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("plan.json"), text).toString();
    }

    @Test
    void aSoundPlanIsSaidToBeSoundWithoutAServer() throws IOException {
        var file = file(PLAN);

        assertThat(hotline("plan", "check", file)).isZero();

        assertThat(said.toString()).isEqualTo(file + ": sound\n");
    }

    @Test
    void anErrorIsToldWithFileLineAndColumnAsCompilersDo() throws IOException {
        var file = file(PLAN.replace("\"otherwise\": \"sorry\"", "\"otherwise\": \"sory\""));

        assertThat(hotline("plan", "check", file)).isEqualTo(1);

        assertThat(said.toString())
                .contains(file + ":4:70: plan.step-missing: there is no step \"sory\"")
                .contains("[/steps/staff/otherwise]")
                .contains(": 1 error(s)");
    }

    @Test
    void anExampleThatDoesNotHoldIsAnError() throws IOException {
        var file = file(PLAN.replace("{\"others\": \"busy\"}", "{\"others\": \"answers\"}"));

        assertThat(hotline("plan", "check", file)).isEqualTo(1);

        assertThat(said.toString()).contains(file + ":8:5: plan.example-failed: ");
    }

    @Test
    void whatIsNoJsonIsToldWhereItStopsBeingIt() throws IOException {
        var file = file("{\n  \"start\": \"a\"\n  \"steps\": {}\n}");

        assertThat(hotline("plan", "check", file)).isEqualTo(1);

        assertThat(said.toString()).contains(file + ":3:").contains("plan.not-json");
    }

    @Test
    void aSimulationTellsThePathWithReasons() throws IOException {
        var file = file(PLAN);

        assertThat(hotline("plan", "simulate", file, "--at", "2026-03-03T10:00", "--target", "13800138001=busy"))
                .isZero();

        assertThat(said.toString()).contains("13800138001", "path: staff → sorry", "end: busy");
    }

    @Test
    void whatCannotBeImaginedIsAWrongOption() throws IOException {
        assertThat(hotline("plan", "simulate", file(PLAN), "--others", "sleeping"))
                .isEqualTo(2);

        assertThat(said.toString()).contains("--others").contains("never-answers");
    }

    @Test
    void aMissingFileIsOneLine() {
        assertThat(hotline("plan", "check", folder.resolve("none.json").toString()))
                .isEqualTo(2);

        assertThat(said.toString().lines()).singleElement().asString().contains("cannot read");
    }

    @Test
    void publishingTellsTheVersionThatIsLive() throws IOException {
        var asked = new ArrayList<String>();
        try (var server = new FakeServer(200, "{\"version\": 7, \"warnings\": []}", asked)) {
            assertThat(publish(server)).isZero();
        }

        assertThat(said.toString()).contains("published: version 7 of 4008888888");
        assertThat(asked)
                .containsExactly("POST /api/v1/numbers/4008888888/plan/publish?note=new+team Bearer h4_test", PLAN);
    }

    @Test
    void aPlanThatIsRefusedShowsItsFindings() throws IOException {
        var refusal = """
                {"code": "callplans.faulty", "findings": [{"severity": "ERROR", "path": "/steps/sorry", "line": 5,
                 "column": 5, "code": "plan.prompt-unknown", "message": "there is no prompt \\"our-own\\"",
                 "fix": {"zh": "先上传", "en": "Upload it"}}]}""";
        try (var server = new FakeServer(422, refusal, new ArrayList<>())) {
            assertThat(publish(server)).isEqualTo(1);
        }

        assertThat(said.toString()).contains("plan.json:5:5: plan.prompt-unknown: there is no prompt");
    }

    @Test
    void aServerThatRefusesIsToldApartFromOneThatIsNotThere() throws IOException {
        String address;
        try (var server = new FakeServer(403, "{\"code\": \"forbidden\", \"detail\": \"no\"}", new ArrayList<>())) {
            address = server.address();
            assertThat(publish(server)).isEqualTo(3);
        }
        assertThat(said.toString()).contains("403 forbidden");

        assertThat(hotline(
                        "plan",
                        "publish",
                        file(PLAN),
                        "--number",
                        "4008888888",
                        "--server",
                        address,
                        "--key-file",
                        folder.resolve("key").toString()))
                .isEqualTo(4);
    }

    private int publish(FakeServer server) throws IOException {
        return hotline(
                "plan",
                "publish",
                file(PLAN),
                "--number",
                "4008888888",
                "--note",
                "new team",
                "--server",
                server.address(),
                "--key-file",
                folder.resolve("key").toString());
    }

    /// Answers every request alike.
    private static final class FakeServer implements AutoCloseable {
        private final HttpServer server;

        FakeServer(int status, String body, List<String> asked) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
