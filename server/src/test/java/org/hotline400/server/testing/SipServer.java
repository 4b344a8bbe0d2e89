package org.hotline400.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.awaitility.Awaitility;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.RunningServer;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanDraft;
import org.hotline400.server.callplans.Publication;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerLists;
import org.hotline400.server.lists.EntryOrder;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListChange;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.ListOrder;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.telephony.Switchboard;
import org.hotline400.simulator.Carrier;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A whole server on loopback with its own PostgreSQL and one enterprise, whose trunk leads to a simulated carrier.
public final class SipServer implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger();

    private final Path data;
    private final Simulator simulator;
    private final RunningServer server;
    private final TenantId tenant;

    public static SipServer start() throws IOException {
        var data = Files.createTempDirectory("hotline-sip-server");
        var simulator = Simulator.start(SimulatorSettings.onLoopback());
        try {
            return new SipServer(data, simulator, Hotline400Server.start(options(data, simulator)));
        } catch (RuntimeException e) {
            simulator.close();
            FileSystemUtils.deleteRecursively(data.toFile());
            throw e;
        }
    }

    private SipServer(Path data, Simulator simulator, RunningServer server) {
        this.data = data;
        this.simulator = simulator;
        this.server = server;
        this.tenant = bean(Tenants.class).create("Plans by chance").id();
        simulator.carrier().serve(bean(Switchboard.class).sipAddress());
        addPrompt("blip", Duration.ofMillis(100));
    }

    private static ServerOptions options(Path data, Simulator simulator) {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var plain = ServerOptions.in(data).withHttp(anyPort).withSip(anyPort);
        var carrier = simulator.carrier().address();
        return new ServerOptions(
                        plain.data(),
                        plain.http(),
                        plain.sip(),
                        plain.advertise(),
                        plain.rtpPorts(),
                        Optional.of(new HostPort(carrier.getAddress().getHostAddress(), carrier.getPort())),
                        plain.database(),
                        false)
                .withAllowedAddresses(List.of("127.0.0.1/32"));
    }

    /// The server's context.
    public ApplicationContext context() {
        return server.context();
    }

    /// Of the server's context.
    public <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }

    public Carrier carrier() {
        return simulator.carrier();
    }

    /// The enterprise.
    public TenantId tenant() {
        return tenant;
    }

    public InetSocketAddress http() {
        return server.httpAddress();
    }

    /// Puts a number into service that is led by this plan.
    public HotlineNumber addNumber(String plan) {
        var number = new HotlineNumber("400333%04d".formatted(NEXT_NUMBER.getAndIncrement()));
        bean(HotlineNumbers.class).assign(number, tenant, new Actor("test", "for a test"));
        publish(number, plan);
        Awaitility.await("the number is in service")
                .atMost(SOON)
                .until(() -> bean(NumberDirectory.class).find(number).isPresent());
        return number;
    }

    public void publish(HotlineNumber number, String plan) {
        var draft = new PlanDraft(tenant, number, plan, PlanBounds.OPERATOR, "test", "");
        switch (bean(CallPlans.class).publish(draft)) {
            case Publication.Done _ -> {}
            case Publication.Refused refused -> throw new AssertionError(refused.findings() + " in " + plan);
        }
    }

    /// Makes a list of callers whose numbers begin so.
    public void addList(String name, List<String> prefixes) {
        addList(name, ListKind.VIP, prefixes);
    }

    /// Makes a list of callers whose numbers begin so.
    public void addList(String name, ListKind kind, List<String> prefixes) {
        var lists = bean(CallerLists.class);
        expectDone(lists.create(tenant, new ListOrder(new ListName(name), kind, "", Optional.empty())));
        for (var prefix : prefixes) {
            var pattern = EntryPattern.parse(PatternKind.PREFIX, prefix);
            expectDone(lists.put(tenant, new ListName(name), EntryOrder.of(pattern)));
        }
    }

    private static void expectDone(ListChange<?> change) {
        if (!(change instanceof ListChange.Done<?>)) {
            throw new AssertionError(change.toString());
        }
    }

    /// Gives the enterprise a prompt of silence.
    public void addPrompt(String name, Duration length) {
        addTone(name, 0, length);
    }

    /// Gives the enterprise a prompt that is a tone.
    public void addTone(String name, int hertz, Duration length) {
        addTone(tenant, name, hertz, length);
    }

    /// Gives another enterprise a prompt that is a tone.
    public void addTone(TenantId owner, String name, int hertz, Duration length) {
        bean(PromptLibrary.class)
                .put(
                        owner,
                        new PromptLibrary.Upload(new PromptName(name), Language.ZH, tone(hertz, length), name, "test"));
    }

    private static byte[] tone(int hertz, Duration length) {
        var format = new AudioFormat(8000, 16, 1, true, false);
        var samples = new byte[(int) (length.toMillis() * 16)];
        for (int i = 0; i < samples.length / 2; i++) {
            int level = (int) Math.round(8000 * Math.sin(2 * Math.PI * hertz * i / 8000));
            samples[2 * i] = (byte) level;
            samples[2 * i + 1] = (byte) (level >> 8);
        }
        var wav = new ByteArrayOutputStream();
        try (var stream = new AudioInputStream(new java.io.ByteArrayInputStream(samples), format, samples.length / 2)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wav.toByteArray();
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            simulator.close();
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }
}
