package org.hotline400.app.plan;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.callplans.Finding;
import org.hotline400.server.callplans.PlacedFinding;
import org.hotline400.server.callplans.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API of a running platform, as far as plans go.
final class PlanApi {
    static final int REFUSED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI server;
    private final String key;

    /// @param server such as `http://127.0.0.1:8400`
    PlanApi(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /// What came back: of the plan's own faults the status is 422, everything else worse has failed already.
    record Answer(int status, JsonNode body) {
        boolean done() {
            return status / 100 == 2;
        }

        /// Findings, or the warnings of what was published.
        List<PlacedFinding> findings() {
            var findings = body.has("findings") ? body.path("findings") : body.path("warnings");
            return findings.valueStream().map(PlanApi::finding).toList();
        }
    }

    Answer check(String number, String document) {
        return send("/api/v1/numbers/" + number + "/plan/check", document);
    }

    Answer simulate(String number, String script) {
        return send("/api/v1/numbers/" + number + "/plan/simulate", script);
    }

    Answer publish(String number, String document, String note) {
        return send(
                "/api/v1/numbers/" + number + "/plan/publish?note=" + URLEncoder.encode(note, StandardCharsets.UTF_8),
                document);
    }

    private Answer send(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response = client.send(request, BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
            if (!answer.done() && answer.status() != 422) {
                throw new CommandFailedException(REFUSED, server + " refused: " + reason(answer));
            }
            return answer;
        } catch (IOException e) {
            throw new CommandFailedException(
                    PlanOutcome.NOBODY_THERE, "nothing answers at " + server + ": start it, or name it with --server");
        } catch (JacksonException e) {
            throw new CommandFailedException(PlanOutcome.NOBODY_THERE, server + " is no Hotline400 platform");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted");
        }
    }

    private static String reason(Answer answer) {
        var violations = answer.body()
                .path("violations")
                .valueStream()
                .map(violation -> violation.path("field").asString("") + " "
                        + violation.path("message").asString(""))
                .toList();
        return answer.status() + " " + answer.body().path("code").asString("") + ": "
                + (violations.isEmpty() ? answer.body().path("detail").asString("") : String.join("; ", violations));
    }

    private static PlacedFinding finding(JsonNode node) {
        return new PlacedFinding(
                Finding.Severity.valueOf(node.path("severity").asString("ERROR").toUpperCase(Locale.ROOT)),
                node.path("path").asString(""),
                node.path("line").asInt(1),
                node.path("column").asInt(1),
                node.path("code").asString(""),
                node.path("message").asString(""),
                new Words(node.at("/fix/zh").asString(""), node.at("/fix/en").asString("")));
    }
}
