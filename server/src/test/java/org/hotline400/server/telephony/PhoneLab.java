package org.hotline400.server.telephony;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotline400.media.Clip;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.MediaEngines;
import org.hotline400.media.MediaSettings;
import org.hotline400.media.Tones;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.PhoneCalls;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.RefusedCall;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.RegistrarRules;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStacks;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;

/// A telephone exchange of one story: each call is led by what the test says, over real SIP and RTP on
/// loopback, with a simulated carrier at the other end. No Spring, no database.
final class PhoneLab implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    final Simulator simulator;
    final MediaEngine media;
    final SipStack stack;
    final LiveThreads threads;
    final BlockingQueue<RefusedCall> refused = new LinkedBlockingQueue<>();
    final BlockingQueue<Tape> tapes = new LinkedBlockingQueue<>();
    final KnownPhones phones = new KnownPhones();
    /// Where further carriers are called.
    final List<InetSocketAddress> others = new CopyOnWriteArrayList<>();
    final Registrar registrar = new Registrar(RegistrarRules.USUAL, Clock.systemUTC(), _ -> {});
    private final CompletableFuture<PhoneEquipment> equipment = new CompletableFuture<>();
    private final BlockingQueue<Object> outcomes = new LinkedBlockingQueue<>();
    private final RefusalNotes notes;
    private final Alarms alarms = Alarms.start();
    private final TrunkHealth health = new TrunkHealth();

    private PhoneLab(Function<Phone, Object> story, boolean trusting, Duration silence) throws IOException {
        simulator = Simulator.start(SimulatorSettings.onLoopback());
        media = MediaEngines.start(new MediaSettings(InetAddress.getLoopbackAddress(), 20_000, 29_999, 1));
        var calls = new Led(story);
        threads = new LiveThreads(calls);
        notes = new RefusalNotes(calls);
        var challenges = DigestChallenges.fresh(Clock.systemUTC());
        TrunkDirectory trunks = () -> Stream.concat(
                        Stream.of(carrier(simulator.carrier().address(), trusting)),
                        others.stream().map(address -> carrier(address, false)))
                .toList();
        var desk = new FrontDesk(
                new Trust(trunks, phones, registrar, challenges),
                new PhoneDesk(trunks, phones, registrar, challenges),
                phones,
                arrival -> threads.start(new SipPhone(arrival, equipment.join())),
                notes,
                alarms,
                Clock.systemUTC());
        stack = SipStacks.start(SipSettings.on(ANYWHERE), desk);
        var address = stack.address();
        var home =
                new SipUri("sip", Optional.empty(), address.getAddress().getHostAddress(), address.getPort(), Map.of());
        equipment.complete(new PhoneEquipment(
                stack,
                new AudioDesk(media, Optional.empty(), silence),
                new TonePrompts(),
                this::tape,
                new Routes(trunks, health, new PhoneContacts(phones, registrar), new Random(1)),
                Clock.systemUTC(),
                home));
        simulator.carrier().serve(address);
    }

    /// Opens the exchange; what the story returns or throws is the call's outcome.
    static PhoneLab leading(Function<Phone, Object> story) throws IOException {
        return new PhoneLab(story, true, Duration.ofMinutes(1));
    }

    /// One that ends calls sooner whose caller sends nothing at all.
    static PhoneLab impatient(Duration silence, Function<Phone, Object> story) throws IOException {
        return new PhoneLab(story, true, silence);
    }

    /// An exchange with no trunk for the carrier's address.
    static PhoneLab trustingNobody() throws IOException {
        return new PhoneLab(_ -> "never led", false, Duration.ofMinutes(1));
    }

    private static Trunk carrier(InetSocketAddress address, boolean trusted) {
        var out = new Trunk.Outbound(
                address.getAddress().getHostAddress(),
                address.getPort(),
                Transport.UDP,
                List.of(new SipHop(Transport.UDP, address)),
                Optional.empty(),
                0,
                1,
                Optional.empty());
        return new Trunk(
                new UUID(0, 1),
                "carrier",
                true,
                trusted ? List.of(AddressRange.of("127.0.0.1")) : List.of(),
                Optional.empty(),
                "",
                Optional.of(out));
    }

    /// What the next story to end came to: what it returned, or its exception.
    Object outcome() throws InterruptedException {
        var outcome = outcomes.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
        if (outcome == null) {
            throw new AssertionError("no call ended within " + SOON);
        }
        return outcome;
    }

    /// An announcement of the lab: a tone.
    static Announcement tone(String name) {
        return new Announcement(TenantId.OPERATOR, Language.ZH, List.of(new PromptName(name)));
    }

    private OpenRecording tape(RecordingRequest request) {
        var tape = new Tape(request);
        tapes.add(tape);
        return tape;
    }

    @Override
    public void close() {
        simulator.close();
        try {
            threads.drain(Duration.ofSeconds(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        health.close();
        stack.close();
        notes.close();
        media.close();
        alarms.close();
    }

    private final class Led implements PhoneCalls {
        private final Function<Phone, Object> story;

        Led(Function<Phone, Object> story) {
            this.story = story;
        }

        @Override
        public void take(Phone phone) {
            Object outcome;
            try {
                outcome = story.apply(phone);
                phone.hangUp(HangUp.NORMAL);
            } catch (CallerGoneException gone) {
                outcome = gone;
            } catch (PhoneFailedException failed) {
                outcome = failed;
                phone.hangUp(failed.hangUp());
            }
            outcomes.add(outcome);
        }

        @Override
        public void refused(RefusedCall call) {
            refused.add(call);
        }
    }

    /// Prompts named `tone-<hz>-<ms>`.
    private static final class TonePrompts implements Prompts {
        private final Map<PromptName, Prompt> made = new ConcurrentHashMap<>();

        @Override
        public Optional<Prompt> find(TenantId tenant, PromptName name, Language language) {
            return name.value().startsWith("tone-")
                    ? Optional.of(made.computeIfAbsent(name, TonePrompts::make))
                    : Optional.empty();
        }

        private static Prompt make(PromptName name) {
            var parts = name.value().split("-", -1);
            var length = Duration.ofMillis(Long.parseLong(parts[2]));
            var samples = new short[(int) length.toMillis() * 8];
            var source = Tones.sine(Integer.parseInt(parts[1]), length).source();
            var frame = new short[160];
            for (var at = 0; at < samples.length && source.read(frame); at += frame.length) {
                System.arraycopy(frame, 0, samples, at, Math.min(frame.length, samples.length - at));
            }
            return new Prompt(name, Language.ZH, samples, "");
        }
    }

    /// A recording kept in memory.
    static final class Tape implements OpenRecording {
        final RecordingRequest request;
        final CompletableFuture<Boolean> closed = new CompletableFuture<>();
        private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
        private volatile boolean discarded;

        Tape(RecordingRequest request) {
            this.request = request;
        }

        @Override
        public RecordingId id() {
            return new RecordingId(new UUID(0, 7));
        }

        @Override
        public synchronized void write(ByteBuffer stereo) {
            while (stereo.hasRemaining()) {
                audio.write(stereo.get());
            }
        }

        @Override
        public void close(boolean failed) {
            closed.complete(!failed);
        }

        @Override
        public synchronized Duration length() {
            return Duration.ofMillis(audio.size() / 16);
        }

        @Override
        public void discard() {
            discarded = true;
        }

        boolean isDiscarded() {
            return discarded;
        }

        private synchronized byte[] bytes() {
            return audio.toByteArray();
        }

        /// One side, once the recording is closed: 0 what the caller said, 1 what he heard.
        Clip side(int channel) {
            closed.orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS).join();
            var bytes = bytes();
            var pcm = new short[bytes.length / 2];
            for (var i = 0; i < pcm.length; i++) {
                pcm[i] = G711.decode(Codec.PCMA, bytes[2 * i + channel]);
            }
            return Clip.of(pcm);
        }
    }
}
