package org.hotline400.server.billing.payments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A payment provider on this machine: checks how requests to it are signed, and misbehaves when it is told
/// to.
abstract class PayingServer {
    private final HttpServer server;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);

    final AtomicInteger forged = new AtomicInteger();
    final AtomicInteger asked = new AtomicInteger();

    /// One request.
    ///
    /// @param path with its query
    record Request(String method, String path, String body, Map<String, String> headers) {}

    /// One answer.
    record Answer(int status, Map<String, String> headers, String body) {}

    PayingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            server.stop(0);
        }));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Does not answer what is asked about this order.
    void beSilentAbout(String order) {
        silent.add(order);
    }

    /// Answers with a failure of its own what is asked about this order.
    void breakAt(String order) {
        broken.add(order);
    }

    void behaveAbout(String order) {
        silent.remove(order);
        broken.remove(order);
    }

    /// @throws IllegalArgumentException when it is not signed by the merchant
    abstract Answer answer(Request request);

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            var request = read(exchange);
            var about = request.path() + request.body();
            if (silent.stream().anyMatch(about::contains)) {
                waitForTheEnd();
                return;
            }
            send(exchange, broken.stream().anyMatch(about::contains) ? failure() : checked(request));
        }
    }

    private void waitForTheEnd() {
        try {
            var _ = end.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer failure() {
        return new Answer(502, Map.of("Content-Type", "text/html"), "<html>Bad gateway</html>");
    }

    private Answer checked(Request request) {
        try {
            return answer(request);
        } catch (IllegalArgumentException e) {
            forged.incrementAndGet();
            return new Answer(401, Map.of("Content-Type", "application/json"), "{\"code\":\"SIGN_ERROR\"}");
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                headers);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
