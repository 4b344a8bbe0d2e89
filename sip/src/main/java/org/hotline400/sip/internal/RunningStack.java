package org.hotline400.sip.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.hotline400.sip.Ban;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStatistics;
import org.hotline400.sip.SipWebSocket;
import org.hotline400.sip.TracedMessage;
import org.hotline400.sip.internal.dialog.CallingLeg;
import org.hotline400.sip.internal.dialog.Endpoint;
import org.hotline400.sip.internal.dialog.Hops;
import org.hotline400.sip.internal.dialog.Identity;
import org.hotline400.sip.internal.dialog.InDialog;
import org.hotline400.sip.internal.dialog.OutOfDialog;
import org.hotline400.sip.internal.dialog.Requests;
import org.hotline400.sip.internal.guard.Guard;
import org.hotline400.sip.internal.naming.DnsNames;
import org.hotline400.sip.internal.trace.MessageTraces;
import org.hotline400.sip.internal.transaction.Surroundings;
import org.hotline400.sip.internal.transaction.Transactions;
import org.hotline400.sip.internal.transport.EventLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stack as the application holds it.
public final class RunningStack implements SipStack {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStack.class);

    private final SipSettings settings;
    private final EventLoop loop;
    private final Transactions transactions;
    private final Endpoint endpoint;
    private final Guard guard;
    private final Door door;
    private final Signalling signalling;
    private final OutOfDialog outOfDialog;
    private final MessageTraces traces = new MessageTraces();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile SipStatistics statistics = SipStatistics.none();

    private RunningStack(SipSettings settings, SipApplication application, EventLoop loop) {
        this.settings = settings;
        this.loop = loop;
        var identity = identity(settings, loop);
        var outlet = new ReturningOutlet(new TracingOutlet(loop, traces));
        var surroundings = new Surroundings(outlet, loop.timers(), settings.t1().toMillis());
        this.transactions = new Transactions(surroundings);
        var hops = new Hops(new DnsNames(settings.dns(), loop), RandomGenerator.getDefault());
        var requests = new Requests(identity, hops, transactions, surroundings);
        this.endpoint = new Endpoint(surroundings, settings.sessions(), requests, loop, loop::executeAnyway);
        this.outOfDialog = new OutOfDialog(endpoint);
        this.guard = new Guard(
                settings.limits(),
                application::standing,
                Clock.systemUTC(),
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        loop.load().application(application::delay);
        this.door = new Door(guard, loop.load(), settings.limits(), transactions, endpoint);
        this.signalling = new Signalling(application, identity, outlet, transactions, endpoint, door, traces);
    }

    /// Binds the sockets and starts the loop.
    public static RunningStack start(SipSettings settings, SipApplication application) throws IOException {
        var stack = new RunningStack(settings, application, EventLoop.bind(settings.bind(), settings.tls()));
        stack.loop.whenOver(stack::abandon);
        stack.loop.start(stack.signalling, stack::count);
        return stack;
    }

    private static Identity identity(SipSettings settings, EventLoop loop) {
        InetSocketAddress advertised = advertised(settings, loop.address());
        int tlsPort = loop.tlsAddress().map(InetSocketAddress::getPort).orElse(advertised.getPort());
        return new Identity(advertised, tlsPort, settings.userAgent());
    }

    private static InetSocketAddress advertised(SipSettings settings, InetSocketAddress bound) {
        InetSocketAddress wanted = settings.advertised().orElse(bound);
        int port = wanted.getPort() == 0 ? bound.getPort() : wanted.getPort();
        InetAddress address = wanted.getAddress();
        if (address == null) {
            return InetSocketAddress.createUnresolved(wanted.getHostString(), port);
        }
        return new InetSocketAddress(address.isAnyLocalAddress() ? ownAddress(address) : address, port);
    }

    /// An address of this machine to write into messages when we listen on all of them and none was given.
    private static InetAddress ownAddress(InetAddress any) {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.getClass() == any.getClass() && !address.isLinkLocalAddress())
                    .min(java.util.Comparator.comparing(InetAddress::isLoopbackAddress))
                    .orElse(InetAddress.getLoopbackAddress());
        } catch (java.net.SocketException e) {
            LOG.warn("The machine's addresses cannot be listed ({}): advertising loopback", e.toString());
            return InetAddress.getLoopbackAddress();
        }
    }

    private void count() {
        var now = new SipStatistics(
                endpoint.legs(),
                transactions.count(),
                loop.timers().armed(),
                loop.connections(),
                signalling.received(),
                signalling.discarded(),
                guard.dropped(),
                door.shed());
        if (!now.equals(statistics)) {
            statistics = now;
        }
    }

    @Override
    public InetSocketAddress address() {
        return loop.address();
    }

    @Override
    public Optional<InetSocketAddress> tlsAddress() {
        return loop.tlsAddress();
    }

    @Override
    public OutgoingLeg invite(OutgoingCall call, LegListener listener) {
        var leg = new CallingLeg(endpoint, call, listener);
        try {
            loop.execute(leg::start);
        } catch (RejectedExecutionException e) {
            LOG.warn("A call was not placed: {}", e.getMessage());
            leg.notPlaced();
        }
        return leg;
    }

    @Override
    public SipWebSocket.Feed accept(SipWebSocket connection) {
        return loop.accept(connection);
    }

    @Override
    public CompletableFuture<SipResponse> request(OutgoingRequest request) {
        return outOfDialog.request(request);
    }

    @Override
    public List<TracedMessage> trace(String callId) {
        return traces.of(callId);
    }

    @Override
    public void refuseNewCalls() {
        loop.execute(door::refuseNewCalls);
    }

    @Override
    public SipStatistics statistics() {
        return statistics;
    }

    @Override
    public List<Ban> bans() {
        return guard.bans().inForce();
    }

    @Override
    public boolean pardon(InetAddress source) {
        return guard.bans().lift(source);
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        var quiet = new CompletableFuture<Void>();
        try {
            loop.execute(() -> {
                door.refuseNewCalls();
                EndReason reason = EndReason.of(503, 41, "The server is closing");
                endpoint.all().forEach(leg -> end(leg, reason));
                endpoint.whenNoLegs(() -> quiet.complete(null));
            });
            quiet.completeOnTimeout(null, settings.closingTime().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            var ended = new CompletableFuture<Void>();
            loop.execute(() -> {
                endpoint.abandonAll();
                transactions.terminateAll();
                ended.complete(null);
            });
            ended.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
        } catch (RejectedExecutionException e) {
            LOG.warn("The SIP stack closes without ending its calls: {}", e.getMessage());
        }
        loop.stop();
        outOfDialog.close();
        statistics = statistics.atEnd();
    }

    /// The loop's thread ends: what is still there hears its end now or never.
    private void abandon() {
        endpoint.abandonAll();
        transactions.terminateAll();
    }

    private static void end(InDialog leg, EndReason reason) {
        leg.finish(reason);
    }
}
