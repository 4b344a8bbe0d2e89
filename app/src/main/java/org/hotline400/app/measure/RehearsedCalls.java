package org.hotline400.app.measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.app.CommandFailedException;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.CallOverException;
import org.hotline400.simulator.Carrier;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Voice;
import tools.jackson.databind.json.JsonMapper;

/// Calls to one number of a platform that is thrown away afterwards: a line of our own carrier answers each, and it is
/// hung up.
final class RehearsedCalls {
    private static final String NUMBER = "4006173952";
    private static final String PLAN = """
            {"settings": {"charging": "ringback"},
             "start": "hours",
             "steps": {
               "hours": {"type": "schedule", "open": "staff", "closed": "staff",
                         "periods": [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "00:00", "to": "24:00"}]},
               "staff": {"type": "distribute", "targets": [{"to": "13800138000"}], "otherwise": "over"},
               "over": {"type": "hang-up"}}}
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int AT_ONCE = 12;

    private final HttpClient http;
    private final URI server;
    private final String key;

    /// @param key of the operator
    RehearsedCalls(HttpClient http, URI server, String key) {
        this.http = http;
        this.server = server;
        this.key = key;
    }

    /// Places so many, a few at a time.
    ///
    /// @return how many were answered
    int place(InetSocketAddress sip, int calls) throws IOException, InterruptedException {
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
            var carrier = simulator.carrier();
            carrier.elsewhere(Behaviour.answers(new Voice.Silence()));
            carrier.serve(sip);
            send("PUT", "/api/v1/numbers/" + NUMBER + "/plan", PLAN);
            awaitTaken(addTrunk(carrier.address().getPort()));
            return place(carrier, calls);
        }
    }

    private String addTrunk(int port) throws IOException, InterruptedException {
        var added = send("POST", "/api/v1/trunks", """
                {"name": "rehearsal", "sources": ["127.0.0.1"], "areaCode": "010",
                 "outbound": {"host": "127.0.0.1", "port": %d, "priority": 0, "weight": 10}}
                """.formatted(port));
        return JsonMapper.shared().readTree(added).path("id").asString("");
    }

    private void awaitTaken(String trunk) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!send("GET", "/api/v1/trunks/" + trunk, "").contains("\"up\"")) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailedException("the trunk of the rehearsal is not taken in within "
                        + PATIENCE.toSeconds() + " s: the platform's log says why");
            }
            Thread.sleep(POLL);
        }
    }

    private static int place(Carrier carrier, int calls) throws InterruptedException {
        var lines = new Semaphore(AT_ONCE);
        var placed = new ArrayList<Thread>();
        var answered = new AtomicInteger();
        for (int i = 0; i < calls; i++) {
            if (!lines.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandFailedException("the calls of the rehearsal do not end within " + PATIENCE.toSeconds()
                        + " s: the platform's log says why");
            }
            placed.add(Thread.startVirtualThread(() -> {
                try {
                    var call = carrier.call(Order.to(NUMBER));
                    call.awaitAnswered(PATIENCE);
                    call.hangUp();
                    call.endsWithin(PATIENCE);
                    answered.incrementAndGet();
                } catch (CallOverException _) {
                    // Not counted.
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    lines.release();
                }
            }));
        }
        for (var one : placed) {
            one.join(PATIENCE);
        }
        return answered.get();
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new CommandFailedException(method + " " + path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
