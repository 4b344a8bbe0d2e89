package org.hotline400.sip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Spoils messages as noise, bugs and attackers do. The same seed spoils alike.
final class Mangler {

    private static final int LONGEST = 60_000;
    private static final byte[] SPECIAL = "\";,<>=:%@ \t\r\n\0\\()/?&*".getBytes(StandardCharsets.UTF_8);
    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "00000000000000000000007",
            "4294967296",
            "2147483648",
            "99999999999999999999999999",
            "1e9",
            "0x10");
    private static final List<String> NESTS =
            List.of("(", "<", "\"", "\\", "<,>", ";", "\"\\\"", "[", "%", ";a=", ",,", "\r\n ");

    private final Random chance;
    private final Supplier<byte[]> messages;

    Mangler(Random chance, Supplier<byte[]> messages) {
        this.chance = chance;
        this.messages = messages;
    }

    /// The next message: one in ten is left as it was made.
    byte[] next() {
        byte[] message = messages.get();
        if (chance.nextInt(10) == 0) {
            return message;
        }
        for (int i = 1 + chance.nextInt(4); i > 0 && message.length > 0; i--) {
            message = spoilt(message);
        }
        return message.length <= LONGEST ? message : Arrays.copyOf(message, LONGEST);
    }

    private byte[] spoilt(byte[] message) {
        return switch (chance.nextInt(13)) {
            case 0 -> changed(message, (byte) (message[chance.nextInt(message.length)] ^ (1 << chance.nextInt(8))));
            case 1 -> changed(message, SPECIAL[chance.nextInt(SPECIAL.length)]);
            case 2 -> changed(message, (byte) chance.nextInt(256));
            case 3 -> Arrays.copyOf(message, chance.nextInt(message.length) + 1);
            case 4 -> spliced(message, messages.get());
            case 5 -> withLine(message, 1);
            case 6 -> withLine(message, 2 + chance.nextInt(chance.nextInt(20) == 0 ? 600 : 10));
            case 7 -> withoutLine(message);
            case 8 -> withNumber(message);
            case 9 -> withNest(message);
            case 10 -> cut(message);
            case 11 -> otherBreaks(message);
            default -> garbled(message);
        };
    }

    private byte[] changed(byte[] message, byte value) {
        byte[] other = message.clone();
        other[chance.nextInt(other.length)] = value;
        return other;
    }

    /// The beginning of one and the end of another.
    private byte[] spliced(byte[] one, byte[] other) {
        int from = chance.nextInt(other.length);
        return joined(Arrays.copyOf(one, chance.nextInt(one.length)), Arrays.copyOfRange(other, from, other.length));
    }

    /// One line again, so many times, somewhere.
    private byte[] withLine(byte[] message, int times) {
        List<byte[]> lines = lines(message);
        byte[] line = lines.get(chance.nextInt(lines.size()));
        int at = chance.nextInt(lines.size() + 1);
        for (int i = 0; i < times; i++) {
            lines.add(at, line);
        }
        return joined(lines.toArray(byte[][]::new));
    }

    private byte[] withoutLine(byte[] message) {
        List<byte[]> lines = lines(message);
        lines.remove(chance.nextInt(lines.size()));
        return joined(lines.toArray(byte[][]::new));
    }

    /// A number no field can hold, in place of one that stands there.
    private byte[] withNumber(byte[] message) {
        int start = chance.nextInt(message.length);
        while (start < message.length && !isDigit(message[start])) {
            start++;
        }
        int end = start;
        while (end < message.length && isDigit(message[end])) {
            end++;
        }
        return replaced(message, start, end, NUMBERS.get(chance.nextInt(NUMBERS.size())));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// The same opening, a hundred or ten thousand times.
    private byte[] withNest(byte[] message) {
        int at = chance.nextInt(message.length);
        int depth = chance.nextInt(20) == 0 ? 10_000 : 1 + chance.nextInt(100);
        return replaced(message, at, at, NESTS.get(chance.nextInt(NESTS.size())).repeat(depth));
    }

    private byte[] cut(byte[] message) {
        int start = chance.nextInt(message.length);
        int end = Math.min(message.length, start + 1 + chance.nextInt(40));
        return replaced(message, start, end, "");
    }

    private byte[] otherBreaks(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String other = chance.nextBoolean() ? text.replace("\r\n", "\n") : text.replace("\r\n", "\r");
        return other.getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] garbled(byte[] message) {
        byte[] other = message.clone();
        byte[] noise = new byte[Math.min(other.length, 1 + chance.nextInt(30))];
        chance.nextBytes(noise);
        System.arraycopy(noise, 0, other, chance.nextInt(other.length - noise.length + 1), noise.length);
        return other;
    }

    private static byte[] replaced(byte[] message, int start, int end, String by) {
        return joined(
                Arrays.copyOf(message, start),
                by.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(message, end, message.length));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static List<byte[]> lines(byte[] message) {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i < message.length; i++) {
            if (message[i] == '\n' || i == message.length - 1) {
                lines.add(Arrays.copyOfRange(message, start, i + 1));
                start = i + 1;
            }
        }
        return lines;
    }
}
