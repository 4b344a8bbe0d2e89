package org.hotline400.server.interop;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;

/// What a phone sends in one call, one packet each 20 ms: silence, tones and keys (RFC 4733, payload type 101), as
/// PCMA in RTP. Written as a packet capture, the form in which SIPp plays audio.
final class PhoneTrack {
    private static final int FRAME = 160;
    private static final int FRAME_MILLIS = 20;
    private static final int AMPLITUDE = 8000;
    private static final int KEY_FRAMES = 8;
    private static final int EVENT_TYPE = 101;

    // Written once, never changed or compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Packet(int atMillis, boolean marker, int payloadType, int timestamp, byte[] payload) {}

    private final List<Packet> packets = new ArrayList<>();
    private int frames;

    PhoneTrack silence(Duration length) {
        return tone(0, length);
    }

    /// A sine of `hz` at about −10 dBm0; 0 is silence.
    PhoneTrack tone(int hz, Duration length) {
        for (long end = frames + length.toMillis() / FRAME_MILLIS; frames < end; frames++) {
            packets.add(new Packet(
                    millis(), packets.isEmpty(), Codec.PCMA.payloadType(), frames * FRAME, sine(hz, frames * FRAME)));
        }
        return this;
    }

    /// Lets time pass without sending anything.
    PhoneTrack gap(Duration length) {
        frames += Math.toIntExact(length.toMillis() / FRAME_MILLIS);
        return this;
    }

    /// Presses a key for 160 ms: updates each 20 ms, the last one three times (RFC 4733 §2.5.1).
    PhoneTrack key(char key) {
        int start = frames * FRAME;
        for (int i = 1; i <= KEY_FRAMES; i++, frames++) {
            packets.add(event(start, i == 1, key, i, i == KEY_FRAMES));
        }
        packets.add(event(start, false, key, KEY_FRAMES, true));
        packets.add(event(start, false, key, KEY_FRAMES, true));
        return this;
    }

    Duration length() {
        return Duration.ofMillis(millis());
    }

    private int millis() {
        return frames * FRAME_MILLIS;
    }

    private Packet event(int start, boolean first, char key, int length, boolean last) {
        int duration = length * FRAME;
        byte code = (byte) "0123456789*#ABCD".indexOf(key);
        byte[] payload = {code, (byte) (last ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration};
        return new Packet(millis(), first, EVENT_TYPE, start, payload);
    }

    private static byte[] sine(int hz, int from) {
        byte[] payload = new byte[FRAME];
        for (int i = 0; i < FRAME; i++) {
            double phase = 2 * Math.PI * hz * (from + i) / 8000;
            payload[i] = G711.encode(Codec.PCMA, (short) Math.round(AMPLITUDE * Math.sin(phase)));
        }
        return payload;
    }

    /// Writes the audio alone, one byte a sample, the form in which SIPp streams it.
    void writeALaw(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (Packet packet : packets) {
            if (packet.payloadType == Codec.PCMA.payloadType()) {
                bytes.write(packet.payload);
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    /// Writes a libpcap file of Ethernet frames. Addresses are left empty: SIPp puts in those of the call.
    void writeCapture(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0xA1B2C3D4);
        out.writeInt(0x00020004);
        out.writeLong(0);
        out.writeInt(65535);
        out.writeInt(1);
        for (int i = 0; i < packets.size(); i++) {
            writePacket(out, packets.get(i), i);
        }
        Files.write(file, bytes.toByteArray());
    }

    private static void writePacket(DataOutputStream out, Packet packet, int sequence) throws IOException {
        int udpLength = 8 + 12 + packet.payload.length;
        out.writeInt(1 + packet.atMillis / 1000);
        out.writeInt(packet.atMillis % 1000 * 1000);
        out.writeInt(14 + 20 + udpLength);
        out.writeInt(14 + 20 + udpLength);
        writeEthernetAndIp(out, 20 + udpLength);
        out.writeInt(40000 << 16 | 40000);
        out.writeInt(udpLength << 16);
        out.writeShort(0x8000 | (packet.marker ? 0x80 : 0) | packet.payloadType);
        out.writeShort(sequence + 1);
        out.writeInt(packet.timestamp);
        out.writeInt(0x400400);
        out.write(packet.payload);
    }

    private static void writeEthernetAndIp(DataOutputStream out, int ipLength) throws IOException {
        out.write(new byte[12]);
        out.writeShort(0x0800);
        out.writeShort(0x4500);
        out.writeShort(ipLength);
        out.writeInt(0);
        out.writeShort(64 << 8 | 17);
        out.writeShort(0);
        out.writeLong(0x7F0000017F000001L);
    }
}
