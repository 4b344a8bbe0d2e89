package org.hotline400.server.interop;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The road between a server and many SIPp programs: it lies where the server's trunk leads to, takes each call to the
/// program that waits for its caller, and carries what callers send. It answers OPTIONS itself, and loses, repeats,
/// delays and swaps datagrams as told.
final class Road implements AutoCloseable {
    private static final Pattern CALL_ID = Pattern.compile("(?im)^(?:Call-ID|i)[ \\t]*:[ \\t]*(\\S+)");
    private static final Pattern CALLER = Pattern.compile("(?im)^(?:From|f)[ \\t]*:[^\\r\\n]*?sip:([^@;>\\s]+)@");
    private static final Pattern OF_A_REPLY = Pattern.compile("(?im)^(?:Via|From|To|Call-ID|CSeq)[ \\t]*:.*\\R");
    private static final Pattern IN_DIALOG = Pattern.compile("(?im)^(?:To|t)[ \\t]*:[^\\r\\n]*;tag=");
    private static final int BUFFER = 4 << 20;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final Random chance;
    private final ScheduledExecutorService later;
    private final Thread carrier;
    private final Map<String, InetSocketAddress> branches = new ConcurrentHashMap<>();
    private final Map<String, InetSocketAddress> parties = new ConcurrentHashMap<>();
    /// By the beginning of the callers' numbers; fair for all others.
    private final Map<String, Weather> weathers = new ConcurrentHashMap<>();

    private final Set<String> placed = ConcurrentHashMap.newKeySet();
    private final Queue<Mishap> mishaps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lost = new AtomicInteger();

    /// Something that befalls certain messages.
    ///
    /// @param delay zero: they are lost
    /// @param left how many more of them
    private record Mishap(String caller, Pattern message, Duration delay, AtomicInteger left) {
        boolean befalls(String text) {
            return text.contains(caller) && message.matcher(text).lookingAt() && left.getAndDecrement() > 0;
        }
    }

    /// A road at the place where the server's trunk leads to.
    ///
    /// @param seed of all draws
    static Road at(int port, InetSocketAddress server, long seed) throws IOException {
        return new Road(port, server, seed);
    }

    private Road(int port, InetSocketAddress server, long seed) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.socket.setReceiveBufferSize(BUFFER);
        this.server = server;
        this.chance = new Random(seed);
        this.later = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("road-later").daemon().factory());
        this.carrier = Thread.ofPlatform().name("road-" + socket.getLocalPort()).start(this::carry);
    }

    /// Where callers send to, and where the server's calls to the branch come out.
    InetSocketAddress door() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /// Takes the calls of this caller's number to this branch.
    void lead(String caller, InetSocketAddress branch) {
        branches.put(caller, branch);
    }

    /// Lets bad weather befall all calls of callers whose numbers begin so.
    void endures(String callers, Weather weather) {
        weathers.put(callers, weather);
    }

    /// Loses the next `times` messages of this caller's call whose start line matches.
    void lose(String caller, String startLine, int times) {
        mishaps.add(new Mishap(caller, Pattern.compile(startLine), Duration.ZERO, new AtomicInteger(times)));
    }

    /// Delays all messages of this caller's call that match from their start on.
    void delay(String caller, String message, Duration delay) {
        var pattern = Pattern.compile(message, Pattern.DOTALL);
        mishaps.add(new Mishap(caller, pattern, delay, new AtomicInteger(Integer.MAX_VALUE)));
    }

    /// How many calls were placed to the server: the Call-IDs of the INVITEs that reached it.
    int placed() {
        return placed.size();
    }

    /// Drops what it knows of the calls so far, when all are over: it shares the heap with the server that is measured.
    void forget() {
        placed.clear();
        parties.clear();
        branches.clear();
    }

    /// How many datagrams did not arrive.
    int lost() {
        return lost.get();
    }

    private void carry() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                pass(packet);
            } catch (IOException e) {
                // Closed, or a party is gone already: its datagram is lost as on any road.
            }
        }
    }

    private void pass(DatagramPacket packet) throws IOException {
        var text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
        var from = (InetSocketAddress) packet.getSocketAddress();
        if (from.equals(server) && text.startsWith("OPTIONS ")) {
            send(pong(text), from);
            return;
        }
        var call = CALL_ID.matcher(text);
        if (!call.find()) {
            return;
        }
        var to = from.equals(server) ? parties.computeIfAbsent(call.group(1), id -> branchOf(text)) : server;
        if (!from.equals(server)) {
            parties.put(call.group(1), from);
        }
        if (to != null) {
            befall(text, to);
        }
    }

    private InetSocketAddress branchOf(String invite) {
        var caller = CALLER.matcher(invite);
        return caller.find() ? branches.get(caller.group(1)) : null;
    }

    private void befall(String text, InetSocketAddress to) throws IOException {
        for (var mishap : mishaps) {
            if (mishap.befalls(text)) {
                if (mishap.delay.isZero()) {
                    lost.incrementAndGet();
                } else {
                    sendLater(text, to, mishap.delay);
                }
                return;
            }
        }
        var weather = weatherOf(text);
        if (chance.nextInt(100) < weather.lost()) {
            lost.incrementAndGet();
            return;
        }
        if (chance.nextInt(100) < weather.repeated()) {
            send(text, to);
        }
        if (chance.nextInt(100) < weather.overtaken()) {
            sendLater(text, to, Duration.ofMillis(1 + chance.nextInt(40)));
        } else {
            send(text, to);
        }
    }

    private Weather weatherOf(String text) {
        for (var weather : weathers.entrySet()) {
            if (text.contains("sip:" + weather.getKey())) {
                return weather.getValue();
            }
        }
        return Weather.FAIR;
    }

    private void sendLater(String text, InetSocketAddress to, Duration delay) {
        try {
            var _ = later.schedule(() -> sendQuietly(text, to), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The road is closed.
        }
    }

    private void sendQuietly(String text, InetSocketAddress to) {
        try {
            send(text, to);
        } catch (IOException e) {
            // As in carry.
        }
    }

    private void send(String text, InetSocketAddress to) throws IOException {
        if (to.equals(server)
                && text.startsWith("INVITE ")
                && !IN_DIALOG.matcher(text).find()) {
            CALL_ID.matcher(text).results().findFirst().ifPresent(call -> placed.add(call.group(1)));
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private static String pong(String options) {
        var reply = new StringBuilder("SIP/2.0 200 OK\r\n");
        OF_A_REPLY.matcher(options).results().forEach(line -> reply.append(line.group()));
        return reply.append("Content-Length: 0\r\n\r\n").toString();
    }

    @Override
    public void close() {
        later.shutdownNow();
        socket.close();
        try {
            carrier.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
