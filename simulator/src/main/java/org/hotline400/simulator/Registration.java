package org.hotline400.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipUri;

/// A phone's registration at a registrar (RFC 3261 §10.2), kept alive until it is closed.
public final class Registration implements AutoCloseable {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern EXPIRES = Pattern.compile(";\\s*expires=([0-9]{1,9})", Pattern.CASE_INSENSITIVE);

    private final SipStack stack;
    private final String number;
    private final String contact;
    private final SipHop hop;
    private final SipUri registrar;
    private final SipAccount account;
    private final String callId = UUID.randomUUID().toString();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Registration(
            SipStack stack, String number, String contact, SipHop hop, SipUri registrar, SipAccount account) {
        this.stack = stack;
        this.number = number;
        this.contact = contact;
        this.hop = hop;
        this.registrar = registrar;
        this.account = account;
    }

    static Registration start(
            SipStack stack,
            String number,
            InetSocketAddress here,
            SipHop hop,
            InetSocketAddress registrar,
            SipAccount account) {
        var contact = "<" + SipUri.of(number, here.getAddress().getHostAddress(), here.getPort()) + ">";
        var at = new SipUri(
                "sip", Optional.empty(), registrar.getAddress().getHostAddress(), registrar.getPort(), Map.of());
        var registration = new Registration(stack, number, contact, hop, at, account);
        var granted = registration.send(LIFE);
        Thread.ofVirtual().name("registration-" + number).start(() -> registration.renew(granted));
        return registration;
    }

    /// How long the registrar granted.
    private Duration send(Duration life) {
        var aor = "<" + SipUri.of(number, registrar.host(), registrar.port()) + ">";
        var response = stack.request(new OutgoingRequest(
                        "REGISTER",
                        registrar,
                        Optional.of(hop),
                        aor,
                        aor,
                        Optional.of(callId),
                        List.of(
                                new SipHeader("Contact", contact),
                                new SipHeader("Expires", Long.toString(life.toSeconds()))),
                        Optional.empty(),
                        Optional.of(account),
                        PATIENCE))
                .orTimeout(PATIENCE.toSeconds() + 5, TimeUnit.SECONDS)
                .join();
        if (response.status() != 200) {
            throw new RegistrationRefusedException(number, response.status(), response.phrase());
        }
        return granted(response);
    }

    private Duration granted(SipResponse response) {
        var own = response.headers("Contact").stream()
                .filter(value -> value.contains(contact))
                .map(EXPIRES::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
        return own.or(() -> response.header("Expires"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.trim())))
                .orElse(LIFE);
    }

    private void renew(Duration granted) {
        try {
            var life = granted;
            while (!closed.await(Math.max(1_000, life.toMillis() / 2), TimeUnit.MILLISECONDS)) {
                life = send(LIFE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RegistrationRefusedException _) {
            // The registrar changed its mind or went away; calls to the number show it.
        }
    }

    /// Removes the registration (expires 0).
    @Override
    public void close() {
        closed.countDown();
        try {
            send(Duration.ZERO);
        } catch (RegistrationRefusedException _) {
            // It runs out by itself.
        }
    }
}
