package org.hotline400.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.NoPortLeftException;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStacks;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.jspecify.annotations.Nullable;

/// The other end of the platform's trunk: one SIP address (UDP), behind which there are phones by number.
public final class Carrier implements AutoCloseable {
    private final Map<String, SimulatedPhone> phones = new ConcurrentHashMap<>();
    private final InstantSource clock = InstantSource.system();
    private final MediaEngine media;
    private final Wire wire;
    private final Reception reception;
    private final SipStack stack;
    private volatile Behaviour elsewhere = Behaviour.notFound();
    private volatile boolean answersOptions = true;
    private volatile Predicate<WireMessage> loses = message -> false;
    private volatile @Nullable InetSocketAddress platform;

    private Carrier(SimulatorSettings settings, MediaEngine media) throws IOException {
        this.media = media;
        this.wire = new Wire(new InetSocketAddress(settings.bind(), settings.sipPort()));
        this.reception = new Reception(media, wire, settings.callerAccount(), this::phoneAt);
        try {
            var inside =
                    SipSettings.on(new InetSocketAddress(settings.bind(), 0)).advertising(wire.address());
            this.stack = SipStacks.start(inside, reception);
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
        wire.lose(message -> loses.test(message) || isUnwelcomePing(message));
        wire.lead(stack.address());
    }

    static Carrier start(SimulatorSettings settings, MediaEngine media) throws IOException {
        return new Carrier(settings, media);
    }

    // --- the phones ---

    /// Puts a phone (or another one) behind this number.
    public SimulatedPhone phone(String number, Behaviour behaviour) {
        var phone = new SimulatedPhone(number, behaviour);
        phones.put(number, phone);
        return phone;
    }

    private SimulatedPhone phoneAt(String number) {
        return phones.getOrDefault(number, new SimulatedPhone(number, elsewhere));
    }

    /// What happens to calls to numbers without a phone; 404 unless set.
    public void elsewhere(Behaviour behaviour) {
        elsewhere = behaviour;
    }

    // --- the platform ---

    /// Where the carrier's SIP is: the trunk's address.
    public InetSocketAddress address() {
        return wire.address();
    }

    /// Where calls go that its phones place.
    public Carrier serve(InetSocketAddress address) {
        platform = address;
        return this;
    }

    /// Places a call from a phone of this carrier to the platform; returns at once.
    ///
    /// @throws NoPortLeftException when the audio ports are used up
    public Call call(Order order) {
        var to = platform();
        var audio = new Audio(media, order.talk());
        try {
            return Caller.place(stack, invite(order, to, audio.offer()), audio, order.talk(), clock);
        } catch (RuntimeException e) {
            audio.close();
            throw e;
        }
    }

    /// Places a plain call.
    public Call call(String to, String from) {
        return call(Order.to(to).from(from));
    }

    private OutgoingCall invite(Order order, InetSocketAddress to, String sdp) {
        var target = SipUri.of(order.to(), host(to), to.getPort());
        var here = address();
        var from = order.from().isEmpty()
                ? "\"Anonymous\" <sip:anonymous@anonymous.invalid>"
                : "<" + SipUri.of(order.from(), host(here), here.getPort()) + ">";
        return new OutgoingCall(
                target, Optional.of(hop(to)), from, "<" + target + ">", order.headers(), sdp, order.account(), 70);
    }

    private InetSocketAddress platform() {
        var known = platform;
        if (known == null) {
            throw new IllegalStateException("the carrier does not know the platform: call serve(address) first");
        }
        return known;
    }

    private SipHop hop(InetSocketAddress to) {
        try {
            return new SipHop(Transport.UDP, wire.towards(to));
        } catch (IOException e) {
            throw new IllegalStateException("no socket towards " + to, e);
        }
    }

    private static String host(InetSocketAddress address) {
        var text = address.getAddress().getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /// Sends OPTIONS to an address and waits for the answer; 408 when there is none in time.
    public SipResponse options(InetSocketAddress to, Duration bound) {
        var target = new SipUri("sip", Optional.empty(), host(to), to.getPort(), Map.of());
        var here = "<" + SipUri.of("carrier", host(address()), address().getPort()) + ">";
        return stack.request(new OutgoingRequest(
                        "OPTIONS",
                        target,
                        Optional.of(hop(to)),
                        here,
                        "<" + target + ">",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        bound))
                .orTimeout(bound.toMillis() + 2_000, TimeUnit.MILLISECONDS)
                .join();
    }

    /// Registers this number at a registrar as a desk phone does, again before it runs out, until closed.
    ///
    /// @throws RegistrationRefusedException when the registrar says no, or nothing
    public Registration register(String number, InetSocketAddress registrar, SipAccount account) {
        return Registration.start(stack, number, address(), hop(registrar), registrar, account);
    }

    // --- a bad network ---

    /// Loses SIP messages for which this is true, from now on; `message -> false` mends it.
    public void lose(Predicate<WireMessage> these) {
        loses = these;
    }

    /// Whether OPTIONS are answered; switched off they are lost, as if the carrier were gone.
    public void answerOptions(boolean answers) {
        answersOptions = answers;
    }

    private boolean isUnwelcomePing(WireMessage message) {
        return !answersOptions && message.incoming() && message.isRequest("OPTIONS");
    }

    // --- what came in ---

    /// Requests outside dialogs that came in (INVITE, OPTIONS…), oldest first; the last ten thousand.
    public List<SipRequest> received() {
        return reception.received();
    }

    /// The INVITEs for this number that came in, oldest first.
    public List<SipRequest> invitesTo(String number) {
        return received().stream()
                .filter(request -> request.method().equals("INVITE"))
                .filter(request -> request.uri().user().equals(Optional.of(number)))
                .toList();
    }

    /// The endpoint itself, for its statistics and traces.
    public SipStack stack() {
        return stack;
    }

    @Override
    public void close() {
        stack.close();
        wire.close();
    }
}
