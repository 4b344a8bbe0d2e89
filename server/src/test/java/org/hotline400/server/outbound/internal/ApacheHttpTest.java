package org.hotline400.server.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline400.server.outbound.OutboundExchange;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundResponse;
import org.hotline400.server.outbound.OutboundResponse.Answered;
import org.hotline400.server.outbound.OutboundResponse.Failed;
import org.hotline400.server.outbound.OutboundResponse.Failure;
import org.hotline400.server.outbound.OutboundResponse.Refusal;
import org.hotline400.server.outbound.OutboundResponse.Refused;
import org.hotline400.server.outbound.OutboundUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against servers on loopback that behave as badly as they can.
@Timeout(60)
class ApacheHttpTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<AutoCloseable> resources = new ArrayList<>();
    private final ApacheHttp http = keep(LocalHttp.allowingLoopback());

    private <T extends AutoCloseable> T keep(T resource) {
        resources.add(resource);
        return resource;
    }

    @AfterEach
    void close() throws Exception {
        for (var resource : resources) {
            resource.close();
        }
    }

    private static OutboundRequest get(String url) {
        return OutboundRequest.get(OutboundUrl.of(url));
    }

    private static Failure failure(OutboundResponse response) {
        assertThat(response).isInstanceOf(Failed.class);
        return ((Failed) response).code();
    }

    private static Refusal refusal(OutboundResponse response) {
        assertThat(response).isInstanceOf(Refused.class);
        return ((Refused) response).code();
    }

    @Test
    void anAnswerComesBackWithStatusHeadersAndBody() {
        var server = keep(RawServer.saying("HTTP/1.1 201 Made\r\nX-One: 1\r\nX-One: 2\r\nContent-Length: 6\r\n\r\n你好"));

        var answer = http.send(OutboundRequest.post(OutboundUrl.of(server.url("/hook?a=b")), "application/json", "{}")
                .with("Idempotency-Key", "42"));

        assertThat(answer).isInstanceOfSatisfying(Answered.class, said -> {
            assertThat(said.status()).isEqualTo(201);
            assertThat(said.isSuccess()).isTrue();
            assertThat(said.headers().get("x-one")).containsExactly("1", "2");
            assertThat(said.body()).isEqualTo("你好");
            assertThat(said.complete()).isTrue();
        });
        assertThat(server.heads())
                .singleElement()
                .asString()
                .startsWith("POST /hook?a=b HTTP/1.1\n")
                .contains("Host: 127.0.0.1:" + server.port(), "Idempotency-Key: 42", "Content-Length: 2")
                .doesNotContain("Upgrade", "Accept-Encoding", "Cookie");
    }

    @Test
    void aBodyThatDripsEndsAtTheDeadlineAndItsConnectionIsClosed() {
        var server = keep(new RawServer((_, out) -> {
            say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            drip(out, "x");
        }));

        var began = System.nanoTime();
        assertThat(failure(http.send(get(server.url("/")).within(SHORT)))).isEqualTo(Failure.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        await().atMost(SOON).until(() -> server.connections() == 0);
    }

    @Test
    void headersThatDripEndAtTheDeadline() {
        var server = keep(new RawServer((_, out) -> {
            say(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
            drip(out, "x");
        }));

        assertThat(failure(http.send(get(server.url("/")).within(SHORT)))).isEqualTo(Failure.TIMEOUT);
        await().atMost(SOON).until(() -> server.connections() == 0);
    }

    @Test
    void provisionalAnswersWithoutEndEndAtTheDeadline() {
        var server = keep(new RawServer((_, out) -> drip(out, "HTTP/1.1 102 Processing\r\n\r\n")));

        assertThat(failure(http.send(get(server.url("/")).within(SHORT)))).isEqualTo(Failure.TIMEOUT);
    }

    @Test
    void aServerThatNeverSpeaksTlsEndsAtTheDeadline() throws IOException {
        var mute = keep(new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1")));

        var answer =
                http.send(get("https://127.0.0.1:" + mute.getLocalPort() + "/").within(SHORT));

        assertThat(failure(answer)).isEqualTo(Failure.TIMEOUT);
    }

    @Test
    void aNameServiceThatHangsEndsAtTheDeadline() {
        var released = new CountDownLatch(1);
        resources.add(released::countDown);
        var slow = keep(LocalHttp.client(_ -> {
            awaitQuietly(released);
            throw new UnknownHostException("late");
        }));

        assertThat(failure(slow.send(get("http://slow.example/").within(SHORT))))
                .isEqualTo(Failure.TIMEOUT);
    }

    @Test
    void aBodyWithoutEndIsNoAnswerOrIsCutAsAskedFor() {
        var server = keep(new RawServer((_, out) -> {
            say(out, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                say(out, "0123456789");
            }
        }));

        assertThat(failure(http.send(get(server.url("/")).taking(25)))).isEqualTo(Failure.TOO_LARGE);
        assertThat(http.send(get(server.url("/")).keeping(25))).isInstanceOfSatisfying(Answered.class, said -> {
            assertThat(said.body()).isEqualTo("0123456789012345678901234");
            assertThat(said.complete()).isFalse();
        });
        await().atMost(SOON).until(() -> server.connections() == 0);
    }

    @Test
    void tooManyHeadersAndTooLongOnesAreTooLarge() {
        var many = keep(RawServer.saying("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(200) + "\r\n"));
        var longOne = keep(RawServer.saying("HTTP/1.1 200 OK\r\nX-A: " + "b".repeat(20_000) + "\r\n\r\n"));

        assertThat(failure(http.send(get(many.url("/"))))).isEqualTo(Failure.TOO_LARGE);
        assertThat(failure(http.send(get(longOne.url("/"))))).isEqualTo(Failure.TOO_LARGE);
    }

    @Test
    void aPackedAnswerIsNotUnpacked() {
        var server =
                keep(RawServer.saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnone"));

        assertThat(http.send(get(server.url("/"))))
                .isInstanceOfSatisfying(
                        Answered.class, said -> assertThat(said.body()).isEqualTo("none"));
    }

    @Test
    void whatFailsSaysHow() throws IOException {
        var noHttp = keep(RawServer.saying("220 mail.example ESMTP\r\n"));
        var broken = keep(RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"));
        int closedPort;
        try (var socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        var nobody = keep(LocalHttp.client(host -> {
            throw new UnknownHostException(host);
        }));

        assertThat(failure(http.send(get(noHttp.url("/"))))).isIn(Failure.PROTOCOL, Failure.BROKEN);
        assertThat(failure(http.send(get(broken.url("/"))))).isIn(Failure.PROTOCOL, Failure.BROKEN);
        assertThat(failure(http.send(get("http://127.0.0.1:" + closedPort + "/"))))
                .isEqualTo(Failure.CONNECT);
        assertThat(failure(nobody.send(get("http://nobody.example/")))).isEqualTo(Failure.NAME_UNKNOWN);
        var plain = keep(RawServer.greeting("220 mail.example ESMTP\r\n"));
        assertThat(failure(http.send(get("https://127.0.0.1:" + plain.port() + "/"))))
                .isEqualTo(Failure.TLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.100.100.200/latest/meta-data/",
                "http://10.0.0.1:22/",
                "https://192.168.1.1/"
            })
    void aCustomersAddressNeverReachesIntoTheOperatorsNetwork(String url) {
        assertThat(refusal(LocalHttp.strict().send(get(url)))).isEqualTo(Refusal.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void anAddressWrittenDownIsRefusedBeforeItIsEverAsked() {
        var strict = LocalHttp.strict();
        assertThat(strict.refusal(OutboundUrl.of("http://10.1.2.3/"))).isPresent();
        assertThat(strict.refusal(OutboundUrl.of("http://[::1]/"))).isPresent();
        assertThat(strict.refusal(OutboundUrl.of("http://1.1.1.1/"))).isEmpty();
        assertThat(strict.refusal(OutboundUrl.of("http://localhost/"))).isEmpty();
    }

    /// A hostile name server: public when it is checked, private when it is used.
    @Test
    void aNameIsAskedOnceAndOnlyWhatWasCheckedIsConnectedTo() throws Exception {
        var server = keep(RawServer.saying(OK));
        var asked = new AtomicInteger();
        NameService rebinding =
                _ -> List.of(InetAddress.ofLiteral(asked.incrementAndGet() == 1 ? "127.0.0.2" : "127.0.0.1"));
        // 127.0.0.2 stands for the public address: allowed, and nobody listens there.
        var client = keep(LocalHttp.client(rebinding, "127.0.0.2"));
        var url = "http://rebinding.example:" + server.port() + "/";

        assertThat(failure(client.send(get(url)))).isEqualTo(Failure.CONNECT);
        assertThat(asked).hasValue(1);
        assertThat(refusal(client.send(get(url)))).isEqualTo(Refusal.ADDRESS_NOT_ALLOWED);
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void oneForbiddenAddressAmongOthersForbidsTheName() {
        var server = keep(RawServer.saying(OK));
        var client = keep(LocalHttp.client(
                _ -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")), "127.0.0.1"));

        assertThat(refusal(client.send(get("http://mixed.example:" + server.port() + "/"))))
                .isEqualTo(Refusal.ADDRESS_NOT_ALLOWED);
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void theNameStaysInTheRequestThoughItsAddressIsPinned() {
        var server = keep(RawServer.saying(OK));
        var client = keep(LocalHttp.client(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")), "127.0.0.1"));

        client.send(get("http://crm.example:" + server.port() + "/"));

        assertThat(server.heads()).singleElement().asString().contains("Host: crm.example:" + server.port());
    }

    @Test
    void aRedirectIsAnAnswerUnlessItIsToBeFollowed() {
        var target = keep(RawServer.saying(OK));
        var server = keep(RawServer.saying(redirect(302, target.url("/next"))));

        assertThat(http.send(get(server.url("/"))))
                .isInstanceOfSatisfying(
                        Answered.class, said -> assertThat(said.status()).isEqualTo(302));
        assertThat(target.heads()).isEmpty();

        var followed = http.send(get(server.url("/")).following(1).with("Authorization", "Bearer fake"));
        assertThat(followed)
                .isInstanceOfSatisfying(
                        Answered.class, said -> assertThat(said.body()).isEqualTo("ok"));
        assertThat(target.heads()).singleElement().asString().doesNotContain("Bearer");
    }

    /// 127.0.0.2 stands for a public address.
    @Test
    void aRedirectIsCheckedLikeTheFirstAddress() {
        var inside = keep(RawServer.saying(OK));
        var client = keep(LocalHttp.client(NameService.SYSTEM, "127.0.0.2"));

        assertThat(refusal(client.send(get(redirecting(inside.url("/admin"))).following(3))))
                .isEqualTo(Refusal.ADDRESS_NOT_ALLOWED);
        assertThat(refusal(client.send(get(redirecting("http://localhost:" + inside.port() + "/"))
                        .following(3))))
                .isEqualTo(Refusal.ADDRESS_NOT_ALLOWED);
        assertThat(refusal(client.send(get(redirecting("file:///etc/passwd")).following(3))))
                .isEqualTo(Refusal.REDIRECT_NOT_ALLOWED);
        assertThat(refusal(client.send(get(redirecting("http://0177.0.0.1/")).following(3))))
                .isEqualTo(Refusal.REDIRECT_NOT_ALLOWED);
        assertThat(inside.heads()).isEmpty();
    }

    private String redirecting(String to) {
        return keep(new RawServer("127.0.0.2", (_, out) -> say(out, redirect(307, to))))
                .url("/");
    }

    @Test
    void redirectsInACircleEnd() {
        var server = new AtomicReference<RawServer>();
        server.set(keep(new RawServer(
                (_, out) -> say(out, redirect(302, server.get().url("/again"))))));

        assertThat(http.send(get(server.get().url("/")).following(5)))
                .isInstanceOfSatisfying(
                        Answered.class, said -> assertThat(said.status()).isEqualTo(302));
        assertThat(server.get().heads()).hasSize(6);
    }

    @Test
    void oneHostTakesNoMoreThanItsShareAndOthersAreServed() throws Exception {
        var released = new CountDownLatch(1);
        var slow = keep(new RawServer((_, out) -> {
            released.await();
            say(out, OK);
        }));
        var quick = keep(RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"));
        var waiting = new ArrayList<OutboundExchange>();
        for (int i = 0; i < 8; i++) {
            waiting.add(http.begin(get(slow.url("/" + i))));
        }
        await().atMost(SOON).until(() -> slow.heads().size() == 4);

        assertThat(http.send(get(quick.url("/")))).isInstanceOf(Answered.class);
        assertThat(failure(http.send(get(slow.url("/late")).within(SHORT)))).isIn(Failure.BUSY, Failure.TIMEOUT);
        assertThat(slow.heads()).hasSize(4);

        released.countDown();
        assertThat(waiting).allSatisfy(exchange -> assertThat(exchange.await()).isInstanceOf(Answered.class));
    }

    @Test
    void aRequestThatIsGivenUpEndsAtOnce() {
        var server = keep(new RawServer((_, out) -> drip(out, "HTTP/1.1 102 Processing\r\n\r\n")));
        var exchange = http.begin(get(server.url("/")).within(Duration.ofMinutes(1)));
        var told = new AtomicReference<OutboundResponse>();
        exchange.whenDone(told::set);
        await().atMost(SOON).until(() -> server.connections() == 1);

        exchange.cancel();

        assertThat(failure(exchange.await())).isEqualTo(Failure.CANCELLED);
        assertThat(told.get()).isEqualTo(exchange.await());
        await().atMost(SOON).until(() -> server.connections() == 0);
    }

    @Test
    void anInterruptGivesItUpAndStaysSet() throws Exception {
        var server = keep(new RawServer((_, out) -> drip(out, "HTTP/1.1 102 Processing\r\n\r\n")));
        var ended = new AtomicReference<OutboundResponse>();
        var interrupted = new AtomicInteger();
        OutboundHttp port = http;
        var call = Thread.ofVirtual().start(() -> {
            ended.set(port.send(get(server.url("/")).within(Duration.ofMinutes(1))));
            interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
        });
        await().atMost(SOON).until(() -> server.connections() == 1);

        call.interrupt();
        call.join(SOON);

        assertThat(failure(ended.get())).isEqualTo(Failure.CANCELLED);
        assertThat(interrupted).hasValue(1);
    }

    private static String redirect(int status, String to) {
        return "HTTP/1.1 " + status + " Go\r\nLocation: " + to + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Says the same again and again; ends when nobody listens any more.
    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        while (true) {
            say(out, text);
            var _ = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
