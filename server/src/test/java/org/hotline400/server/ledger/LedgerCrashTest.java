package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// `kill -9` in the midst of holds and settlements.
@Timeout(180)
class LedgerCrashTest {
    private static final int KILLS = 3;
    private static final long OPENING = 100_000;

    private final Books books = new Books();
    private final List<AccountId> accounts =
            Stream.generate(() -> books.funds(OPENING)).limit(5).toList();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void what_was_killed_is_done_again_and_each_call_is_settled_once() throws IOException, InterruptedException {
        var random = new Random(8);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(60 + random.nextInt(250));
            assertThat(books.faults()).as("right at any moment").isEmpty();
        }
        assertThat(count("ledger.transfers where kind = 'call'"))
                .as("it was killed before it was through")
                .isBetween(1L, Spender.BATCHES * (long) Spender.BATCH - 1);

        var access = books.database().access();
        Spender.spend(
                new SingleConnectionDataSource(
                        access.url(), access.app().role(), access.app().password(), true),
                accounts);

        long calls = (long) Spender.BATCHES * Spender.BATCH;
        assertThat(count("ledger.transfers where kind = 'call'")).isEqualTo(calls);
        assertThat(count("ledger.settlements")).isEqualTo(calls);
        assertThat(count("ledger.holds")).isZero();
        for (var account : accounts) {
            assertThat(books.show(account).balance()).isEqualTo(OPENING - calls / accounts.size() * Spender.PRICE);
            assertThat(books.show(account).reserved()).isZero();
        }
        assertThat(books.faults()).isEmpty();
    }

    private void killAfter(int lines) throws IOException, InterruptedException {
        var process = spender();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                assertThat(line(out)).isEqualTo("done");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> count("pg_stat_activity where " + SPENDER) == 0);
    }

    private static final String SPENDER = "datname = current_database() and application_name = 'spender'";

    private static String line(BufferedReader out) throws IOException {
        return String.valueOf(out.readLine());
    }

    private Process spender() throws IOException {
        var access = books.database().access();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Spender.class.getName(),
                access.url() + "&ApplicationName=spender",
                access.app().role(),
                access.app().password()));
        accounts.forEach(account -> command.add(account.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private long count(String from) {
        return books.in(() -> books.database()
                .jdbc()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single());
    }
}
