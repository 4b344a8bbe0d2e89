package org.hotline400.server.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One trunk's registration with its carrier: kept alive, tried again, given up at the end (RFC 3261 §10.2).
///
/// Each round tries the registrar's addresses one after the other. A round that fails is followed by another after
/// 2, 4, 8… s, at most five minutes; where the carrier refuses the account itself, after one minute and up to half an
/// hour, as carriers lock accounts that knock too often. All of it a little at random, so that many servers do not come
/// back at once.
///
/// Lives on the one thread of `clock`; [#state] may be asked from any.
final class Registering {
    private static final Logger log = LoggerFactory.getLogger(Registering.class);
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE_REFUSED = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE_REFUSED = Duration.ofMinutes(30);
    private static final Duration LONGEST_EXPIRES = Duration.ofDays(1);
    private static final Duration SHORTEST_RENEWAL = Duration.ofSeconds(1);
    private static final Duration MOST_RETRY_AFTER = Duration.ofHours(1);

    private final Trunk trunk;
    private final Trunk.Outbound way;
    private final Trunk.Registrar registrar;
    private final SipStack stack;
    private final SipUri contact;
    private final ScheduledThreadPoolExecutor thread;
    private final Clock clock;
    private final RandomGenerator random;
    private final String callId = UUID.randomUUID().toString();
    private volatile RegistrationState state;
    private Duration asked;
    private int failures;
    private boolean stopped;
    private @Nullable ScheduledFuture<?> next;

    Registering(Trunk trunk, Trunk.Registrar registrar, Surroundings around) {
        this.trunk = trunk;
        this.way = trunk.outbound().orElseThrow();
        this.registrar = registrar;
        this.stack = around.stack();
        this.contact = contact(around.home());
        this.thread = around.thread();
        this.clock = around.clock();
        this.random = around.random();
        this.asked = registrar.terms().expires();
        this.state = new RegistrationState(
                RegistrationState.Status.TRYING, around.clock().instant(), Optional.empty(), "");
    }

    /// What all registrations share.
    record Surroundings(
            SipStack stack, SipUri home, ScheduledThreadPoolExecutor thread, Clock clock, RandomGenerator random) {}

    private SipUri contact(SipUri home) {
        var uri = new SipUri("sip", Optional.of(registrar.terms().user()), home.host(), home.port(), Map.of());
        var transport = way.transport();
        return transport == Transport.UDP
                ? uri
                : uri.with("transport", transport.name().toLowerCase(Locale.ROOT));
    }

    Trunk trunk() {
        return trunk;
    }

    RegistrationState state() {
        return state;
    }

    void start() {
        thread.execute(this::round);
    }

    private void round() {
        if (!stopped) {
            attempt(registrar.ways(), new ArrayList<>());
        }
    }

    private void attempt(List<Optional<SipHop>> ways, List<String> errors) {
        var _ = send(ways.getFirst(), asked)
                .thenAccept(response -> thread.execute(() -> heard(response, ways, errors)));
    }

    private CompletableFuture<SipResponse> send(Optional<SipHop> hop, Duration expires) {
        var self = "<" + registrar.self() + ">";
        return stack.request(new OutgoingRequest(
                "REGISTER",
                registrar.uri(),
                hop,
                self,
                self,
                Optional.of(callId),
                List.of(
                        new SipHeader("Contact", "<" + contact + ">"),
                        new SipHeader("Expires", Long.toString(expires.toSeconds()))),
                Optional.empty(),
                way.account(),
                PATIENCE));
    }

    private void heard(SipResponse response, List<Optional<SipHop>> ways, List<String> errors) {
        if (stopped) {
            return;
        }
        if (response.status() >= 200 && response.status() < 300) {
            granted(response);
            return;
        }
        if (response.status() == 423 && longer(response)) {
            attempt(ways, errors);
            return;
        }
        errors.add(words(ways.getFirst(), response));
        if (isTheHopsFault(response.status()) && ways.size() > 1) {
            attempt(ways.subList(1, ways.size()), errors);
        } else {
            failed(response, String.join("; ", errors));
        }
    }

    private static boolean isTheHopsFault(int status) {
        return status == 408 || status == 430 || (status >= 500 && status < 600);
    }

    private static String words(Optional<SipHop> hop, SipResponse response) {
        var where = hop.map(SipHop::address)
                .map(address -> address.getAddress().getHostAddress() + ":" + address.getPort())
                .orElse("the registrar");
        return where + " answered " + response.status() + " " + response.phrase();
    }

    /// Takes the carrier's Min-Expires (RFC 3261 §10.2.8).
    ///
    /// @return false when it does not help
    private boolean longer(SipResponse response) {
        var least = response.header("Min-Expires").flatMap(Registering::seconds).orElse(Duration.ZERO);
        if (least.compareTo(asked) <= 0 || least.compareTo(LONGEST_EXPIRES) > 0) {
            return false;
        }
        asked = least;
        return true;
    }

    private static Optional<Duration> seconds(String text) {
        var digits = text.strip().split("[ ;(]", 2)[0];
        return digits.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(digits)))
                : Optional.empty();
    }

    private void granted(SipResponse response) {
        failures = 0;
        var expires = expires(response);
        var now = clock.instant();
        if (state.status() != RegistrationState.Status.REGISTERED) {
            log.info("Trunk {} is registered with {}", trunk.name(), registrar.uri());
        }
        var since = state.status() == RegistrationState.Status.REGISTERED ? state.since() : now;
        state = new RegistrationState(RegistrationState.Status.REGISTERED, since, Optional.of(now.plus(expires)), "");
        // Early enough for two more tries, and not all trunks at once.
        var renewal = scaled(expires, 0.70 + 0.15 * random.nextDouble());
        later(renewal.compareTo(SHORTEST_RENEWAL) < 0 ? SHORTEST_RENEWAL : renewal);
    }

    /// What was granted: of our own contact among those listed, else for all, else what we asked (RFC 3261 §10.2.4).
    private Duration expires(SipResponse response) {
        return response.headers("Contact").stream()
                .flatMap(value -> ownExpires(value).stream())
                .findFirst()
                .or(() -> response.header("Expires").flatMap(Registering::seconds))
                .filter(granted -> !granted.isZero())
                .orElse(asked);
    }

    private Optional<Duration> ownExpires(String value) {
        try {
            var listed = NameAddress.parse(value);
            var own = listed.uri().user().equals(contact.user())
                    && listed.uri().host().equalsIgnoreCase(contact.host())
                    && listed.uri().port() == contact.port();
            return own
                    ? Optional.ofNullable(listed.parameters().get("expires")).flatMap(Registering::seconds)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void failed(SipResponse response, String error) {
        failures++;
        var now = clock.instant();
        var stillHeld = state.until().filter(now::isBefore).isPresent();
        if (failures == 1) {
            log.warn("Trunk {} could not register: {}", trunk.name(), error);
        }
        if (stillHeld) {
            state = new RegistrationState(state.status(), state.since(), state.until(), error);
        } else {
            var since = state.status() == RegistrationState.Status.FAILED ? state.since() : now;
            state = new RegistrationState(RegistrationState.Status.FAILED, since, Optional.empty(), error);
        }
        later(pause(response));
    }

    private Duration pause(SipResponse response) {
        var refused = response.status() >= 400 && response.status() < 500 && !isTheHopsFault(response.status());
        var first = refused ? FIRST_PAUSE_REFUSED : FIRST_PAUSE;
        var longest = refused ? LONGEST_PAUSE_REFUSED : LONGEST_PAUSE;
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
        var pause = scaled(doubled.compareTo(longest) > 0 ? longest : doubled, 0.75 + 0.5 * random.nextDouble());
        return response.header("Retry-After")
                .flatMap(Registering::seconds)
                .filter(wished -> wished.compareTo(pause) > 0)
                .map(wished -> wished.compareTo(MOST_RETRY_AFTER) > 0 ? MOST_RETRY_AFTER : wished)
                .orElse(pause);
    }

    private static Duration scaled(Duration time, double by) {
        return Duration.ofMillis((long) (time.toMillis() * by));
    }

    private void later(Duration time) {
        next = thread.schedule(this::round, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Takes the registration back, where there is one.
    ///
    /// @return done when the carrier has answered, or will not
    CompletableFuture<?> stop() {
        var done = new CompletableFuture<Void>();
        thread.execute(() -> {
            stopped = true;
            if (next != null) {
                next.cancel(false);
            }
            if (state.until().filter(clock.instant()::isBefore).isEmpty()) {
                done.complete(null);
            } else {
                var _ = send(registrar.ways().getFirst(), Duration.ZERO).thenAccept(_ -> done.complete(null));
            }
        });
        return done;
    }
}
