package org.hotline400.sip.internal.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.hotline400.sip.internal.wire.MessageLength;

/// Cuts a byte stream into messages by Content-Length (RFC 3261 §18.3).
final class Framing {

    private static final int LONGEST = 65_535;

    private byte[] held = new byte[4096];
    private int count;
    private int scanned;

    /// Takes bytes and hands out whole messages.
    ///
    /// @param ping runs for each CRLF CRLF between messages (RFC 5626 §3.5.1)
    /// @return false when the stream cannot be read any further: a message without usable length, or too long
    boolean take(ByteBuffer bytes, Runnable ping, Consumer<byte[]> messages) {
        append(bytes);
        while (true) {
            skipKeepAlives(ping);
            int headEnd = MessageLength.headEnd(held, scanned, count);
            if (headEnd < 0) {
                scanned = Math.max(0, count - 3);
                return count < LONGEST;
            }
            long body = MessageLength.contentLength(held, headEnd);
            if (body < 0 || headEnd + body > LONGEST) {
                return false;
            }
            int total = headEnd + (int) body;
            if (count < total) {
                scanned = Math.max(0, headEnd - 4);
                return true;
            }
            byte[] message = Arrays.copyOf(held, total);
            drop(total);
            messages.accept(message);
        }
    }

    private void append(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (count + more > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, count + more));
        }
        bytes.get(held, count, more);
        count += more;
    }

    private void drop(int bytes) {
        System.arraycopy(held, bytes, held, 0, count - bytes);
        count -= bytes;
        scanned = 0;
        if (count == 0 && held.length > 16_384) {
            held = new byte[4096];
        }
    }

    private void skipKeepAlives(Runnable ping) {
        int at = 0;
        while (at < count && (held[at] == '\r' || held[at] == '\n')) {
            at++;
        }
        if (at == 0) {
            return;
        }
        drop(at);
        if (at >= 4) {
            ping.run();
        }
    }
}
