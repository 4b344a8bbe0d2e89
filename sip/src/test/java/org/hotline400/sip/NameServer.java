package org.hotline400.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A small name server on loopback: answers from the records it was given, and notes what it was asked.
public final class NameServer implements AutoCloseable {

    private static final String ABSENT = "test. 60 IN SOA ns.test. admin.test. 1 60 60 60 60";

    private final DatagramSocket socket;
    private final Thread thread;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /// @param lines such as `_sip._udp.example.test. 60 IN SRV 10 60 5060 a.example.test.`
    public NameServer(String... lines) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        add(lines);
        thread = Thread.ofPlatform().name("name-server").daemon(true).start(this::serve);
    }

    public void add(String... lines) throws IOException {
        for (String line : lines) {
            records.add(record(line));
        }
    }

    private static Record record(String line) throws IOException {
        String[] parts = line.split(" +", 5);
        int type = Type.value(parts[3]);
        return Record.fromString(
                Name.fromString(parts[0]), type, DClass.IN, Long.parseLong(parts[1]), parts[4], Name.root);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /// From now on it hears but does not answer.
    public void fallSilent() {
        silent = true;
    }

    /// `TYPE name`, as often as asked.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())));
                if (!silent) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] answer(Message query) throws IOException {
        Record question = query.getQuestion();
        asked.add(Type.string(question.getType()) + " " + question.getName().toString(true));
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RA);
        reply.addRecord(question, Section.QUESTION);
        var found = new ArrayList<Record>();
        boolean known = false;
        for (Record one : records) {
            boolean same = one.getName().equals(question.getName());
            known |= same;
            if (same && one.getType() == question.getType()) {
                found.add(one);
            }
        }
        found.forEach(one -> reply.addRecord(one, Section.ANSWER));
        if (found.isEmpty()) {
            reply.getHeader().setRcode(known ? Rcode.NOERROR : Rcode.NXDOMAIN);
            reply.addRecord(record(ABSENT), Section.AUTHORITY);
        }
        return reply.toWire();
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
