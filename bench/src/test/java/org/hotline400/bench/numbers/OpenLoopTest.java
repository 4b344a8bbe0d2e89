package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.bench.BenchFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a server on loopback that does what a test tells it.
@Timeout(30)
class OpenLoopTest {
    private static final int FIFTY_A_SECOND = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.close();
        http.close();
    }

    private List<HttpRequest> requests(int count) {
        var search = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/search"))
                .build();
        return Collections.nCopies(count, search);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /// The last is planned 25 times 20 ms after the first.
    @Test
    void sendsNothingBeforeItsTime() throws Exception {
        var arrived = new AtomicInteger();
        server.createContext("/search", exchange -> {
            arrived.incrementAndGet();
            answer(exchange, 200);
        });
        long begin = System.nanoTime();

        var result = OpenLoop.send(http, requests(26), FIFTY_A_SECOND);

        assertThat((System.nanoTime() - begin) / 1e6).isGreaterThanOrEqualTo(500);
        assertThat(arrived).hasValue(26);
        assertThat(result.latencies().count()).isEqualTo(26);
        assertThat(result.late()).isBetween(0, 26);
        assertThat(result.latest()).isPositive();
    }

    /// The server answers nobody until the last has come: who would wait for answers would never send that one.
    @Test
    void doesNotWaitForAnswersAndCountsFromThePlannedTime() throws Exception {
        var all = new CountDownLatch(11);
        server.createContext("/search", exchange -> {
            all.countDown();
            await(all);
            answer(exchange, 200);
        });

        var result = OpenLoop.send(http, requests(11), FIFTY_A_SECOND);

        // The first waited for ten others, 20 ms each.
        assertThat(result.latencies().milliseconds(100)).isGreaterThanOrEqualTo(200);
        assertThat(result.latencies().milliseconds(50)).isGreaterThanOrEqualTo(100);
    }

    private static void await(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void failsWhenOneIsNotAnsweredWith200() {
        var count = new AtomicInteger();
        server.createContext("/search", exchange -> answer(exchange, count.incrementAndGet() == 3 ? 429 : 200));

        assertThatThrownBy(() -> OpenLoop.send(http, requests(5), FIFTY_A_SECOND))
                .isInstanceOf(BenchFailedException.class)
                .hasMessageContaining("of 5 searches by HTTP some failed: {status 429=1}");
    }

    @Test
    void failsWhenOneIsNotAnsweredAtAll() {
        server.createContext("/search", HttpExchange::close);

        assertThatThrownBy(() -> OpenLoop.send(http, requests(2), FIFTY_A_SECOND))
                .isInstanceOf(BenchFailedException.class)
                .hasMessageContaining("IOException");
    }
}
