package org.hotline400.server.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.hotline400.media.Clip;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.MediaEngines;
import org.hotline400.media.MediaSettings;
import org.hotline400.media.MediaStatistics;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.PhoneCalls;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.recordings.RecordingStore;
import org.hotline400.sip.Ban;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStacks;
import org.hotline400.sip.SipStatistics;
import org.hotline400.sip.SipTls;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.SipWebSocket;
import org.hotline400.sip.TracedMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the SIP stack and the media engine: started when everything a call needs is there, stopped first of
/// all.
@Component
public class Switchboard implements SmartLifecycle {
    /// Whoever stops the server lets calls end before; what still lives now gets a last moment.
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final Duration PING = Duration.ofSeconds(10);
    /// Above every other bean with a life: last to start, first to stop.
    private static final int PHASE = Integer.MAX_VALUE - 10;

    private final HotlineSettings settings;
    private final PhoneCalls calls;
    private final Prompts prompts;
    private final RecordingStore recordings;
    private final TrunkDirectory trunks;
    private final PhoneDirectory phones;
    private final Registrations registrations;
    private final Clock clock;
    private final LiveThreads threads;
    private volatile @Nullable Running running;

    Switchboard(
            HotlineSettings settings,
            PhoneCalls calls,
            Prompts prompts,
            RecordingStore recordings,
            TrunkDirectory trunks,
            PhoneDirectory phones,
            Registrations registrations,
            Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.prompts = prompts;
        this.recordings = recordings;
        this.trunks = trunks;
        this.phones = phones;
        this.registrations = registrations;
        this.clock = clock;
        this.threads = new LiveThreads(calls);
    }

    private record Running(
            SipStack stack,
            MediaEngine media,
            TrunkHealth health,
            TrunkRegistrations registered,
            RefusalNotes notes,
            Alarms alarms,
            PhoneEquipment equipment) {}

    @Override
    public void start() {
        try {
            running = open();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Running open() throws IOException {
        // What was opened, the last first.
        var opened = new ArrayDeque<Runnable>();
        try {
            return open(opened);
        } catch (IOException | RuntimeException e) {
            opened.forEach(Runnable::run);
            throw e;
        }
    }

    private Running open(Deque<Runnable> opened) throws IOException {
        var media = MediaEngines.start(new MediaSettings(
                settings.sip().bind().resolve().getAddress(),
                settings.rtp().firstPort(),
                settings.rtp().lastPort(),
                MediaSettings.usualThreads()));
        opened.push(media::close);
        var alarms = Alarms.start();
        opened.push(alarms::close);
        var notes = new RefusalNotes(calls);
        opened.push(notes::close);
        registrations.start();
        opened.push(registrations::stop);
        var challenges = DigestChallenges.fresh(clock);
        var desk = new FrontDesk(
                new Trust(trunks, phones, registrations.registrar(), challenges),
                new PhoneDesk(trunks, phones, registrations.registrar(), challenges),
                phones,
                new Doorway(),
                notes,
                alarms,
                clock);
        var stack = SipStacks.start(sipSettings(), desk);
        opened.push(stack::close);
        var home = home(stack.address());
        var health = new TrunkHealth();
        opened.push(health::close);
        var routes =
                new Routes(trunks, health, new PhoneContacts(phones, registrations.registrar()), new SecureRandom());
        var audio = new AudioDesk(media, advertised(), settings.rtp().silence());
        health.watch(trunks, stack, home, PING);
        var registered = new TrunkRegistrations();
        opened.push(registered::close);
        registered.watch(trunks, stack, home, clock, new SecureRandom());
        return new Running(
                stack,
                media,
                health,
                registered,
                notes,
                alarms,
                new PhoneEquipment(stack, audio, prompts, recordings, routes, clock, home));
    }

    private SipSettings sipSettings() {
        var plain = SipSettings.on(settings.sip().bind().resolve()).withTls(sipTls());
        return advertised()
                .map(host -> plain.advertising(
                        new InetSocketAddress(host, settings.sip().bind().port())))
                .orElse(plain);
    }

    private SipTls sipTls() {
        var tls = settings.sip().tls();
        var port = tls.port();
        var certificate = tls.certificate();
        var key = tls.key();
        Optional<SipTls.Identity> identity = certificate == null || key == null
                ? Optional.empty()
                : Optional.of(new SipTls.Identity.PemFiles(certificate, key));
        return new SipTls(
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                identity,
                Optional.ofNullable(tls.trusted()),
                SipTls.ClientCertificates.NOT_ASKED);
    }

    private Optional<InetAddress> advertised() {
        return settings.sip()
                .advertised()
                .map(host -> new HostPort(host, 0).resolve().getAddress());
    }

    private SipUri home(InetSocketAddress bound) {
        var host = host(advertised().orElseGet(bound::getAddress));
        return new SipUri("sip", Optional.empty(), host, bound.getPort(), Map.of());
    }

    private static String host(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    private final class Doorway implements FrontDesk.Doorway {
        @Override
        public void enter(Arrival arrival) {
            var now = running;
            if (now == null) {
                arrival.leg().reject(SipReply.of(503, "Starting").with("Retry-After", "2"));
            } else {
                threads.start(new SipPhone(arrival, now.equipment()));
            }
        }

        @Override
        public long delay() {
            return threads.delay();
        }
    }

    /// From now on new calls are answered 503; live ones go on.
    public void refuseNewCalls() {
        var now = running;
        if (now != null) {
            now.stack().refuseNewCalls();
        }
    }

    /// Calls between their INVITE and their record.
    public int liveCalls() {
        return threads.count();
    }

    /// Rings a line on behalf of the platform itself and says something to whoever answers, on a thread of its own.
    ///
    /// @return false when no way leads there now
    boolean say(TenantId tenant, Target.Line line, Clip words) {
        var now = running;
        if (now == null) {
            return false;
        }
        var rounds = now.equipment().routes().to(tenant, line);
        if (rounds.isEmpty()) {
            return false;
        }
        Thread.ofVirtual().name("spoken-call").start(new SpokenCall(now.equipment(), now.alarms(), rounds, words));
        return true;
    }

    /// Where SIP is listened to.
    public InetSocketAddress sipAddress() {
        return up().stack().address();
    }

    /// Where SIP over TLS is listened to; empty when nowhere.
    public Optional<InetSocketAddress> sipTlsAddress() {
        return up().stack().tlsAddress();
    }

    /// Takes over a browser's connection.
    ///
    /// @return whom to tell what happens on it; empty when the switchboard is not running
    public Optional<SipWebSocket.Feed> accept(SipWebSocket connection) {
        return Optional.ofNullable(running).map(now -> now.stack().accept(connection));
    }

    /// Legs, transactions and timers held now.
    public SipStatistics sipStatistics() {
        return up().stack().statistics();
    }

    /// Ports, playbacks and recordings held now.
    public MediaStatistics mediaStatistics() {
        return up().media().statistics();
    }

    /// Pairs of sockets that wait for the next calls.
    public int restingPorts() {
        return up().media().restingPorts();
    }

    /// The messages of one leg; empty when they are forgotten.
    List<TracedMessage> trace(String sipCallId) {
        var now = running;
        return now == null ? List.of() : now.stack().trace(sipCallId);
    }

    /// Sources whose SIP messages are dropped unread just now.
    public List<Ban> bans() {
        var now = running;
        return now == null ? List.of() : now.stack().bans();
    }

    /// Lifts a ban before its time.
    ///
    /// @return false when none covers this address
    public boolean pardon(InetAddress source) {
        var now = running;
        return now != null && now.stack().pardon(source);
    }

    /// Whether this node has taken a trunk in, within a second of its being added, and it answers our OPTIONS as far as
    /// we know.
    public boolean isTrunkUp(UUID trunk) {
        var now = running;
        return now != null
                && trunks.all().stream().filter(one -> one.id().equals(trunk)).anyMatch(now.health()::isUp);
    }

    /// How our registration with a trunk's carrier stands; empty for one that does not register.
    public Optional<RegistrationState> registrationOf(UUID trunk) {
        var now = running;
        return now == null ? Optional.empty() : now.registered().state(trunk);
    }

    private Running up() {
        var now = running;
        if (now == null) {
            throw new IllegalStateException("the switchboard is not running");
        }
        return now;
    }

    /// Refuses new calls, lets live ones end for a bounded time, then closes everything.
    @Override
    public void stop() {
        var now = running;
        if (now == null) {
            return;
        }
        now.stack().refuseNewCalls();
        try {
            threads.drain(DRAIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        running = null;
        now.health().close();
        now.registered().close();
        now.stack().close();
        registrations.stop();
        now.notes().close();
        now.media().close();
        now.alarms().close();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
