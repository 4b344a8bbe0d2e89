package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;

/// Bytes that grow and are used again: what a call leaves is written into them without making garbage. Numbers are
/// big-endian, as in the journal and in PostgreSQL's binary formats. Belongs to one thread at a time.
final class Bytes {
    /// Larger ones are let go when they are cleared, so that one odd record does not hold its memory for ever.
    private static final int MOST_KEPT = 256 * 1024;

    private static final int FIRST = 8 * 1024;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int REPLACEMENT = 0xfffd;

    private final CRC32C crc = new CRC32C();
    private byte[] array = new byte[FIRST];
    private int length;
    private boolean isVerbatim = true;

    void clear() {
        length = 0;
        if (array.length > MOST_KEPT) {
            array = new byte[FIRST];
        }
    }

    int length() {
        return length;
    }

    byte[] array() {
        return array;
    }

    /// Whether all text ever put is as it was given: none of its characters was replaced.
    boolean isVerbatim() {
        return isVerbatim;
    }

    private void room(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }

    void put(int octet) {
        room(1);
        array[length++] = (byte) octet;
    }

    void putShort(int value) {
        room(2);
        array[length++] = (byte) (value >> 8);
        array[length++] = (byte) value;
    }

    void putInt(int value) {
        room(4);
        length += 4;
        setInt(length - 4, value);
    }

    /// Overwrites a number put before, such as a length that is known by now.
    void setInt(int at, int value) {
        array[at] = (byte) (value >> 24);
        array[at + 1] = (byte) (value >> 16);
        array[at + 2] = (byte) (value >> 8);
        array[at + 3] = (byte) value;
    }

    void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    /// Characters below 128.
    void putAscii(String text) {
        int count = text.length();
        room(count);
        var to = array;
        int at = length;
        for (int i = 0; i < count; i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        length = at + count;
    }

    /// Puts the characters of a text up to the first that JSON escapes or that is not ASCII.
    ///
    /// @return how many
    int putPlain(String text) {
        int count = text.length();
        room(count);
        var to = array;
        int at = length;
        int i = 0;
        for (; i < count; i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character >= 0x80 || character == '"' || character == '\\') {
                break;
            }
            to[at++] = (byte) character;
        }
        length = at;
        return i;
    }

    /// A number in decimal digits.
    void putDecimal(long value) {
        if (value < 0) {
            putAscii(Long.toString(value));
            return;
        }
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        putPadded(value, digits);
    }

    /// The last so many decimal digits of a number that is not negative.
    void putPadded(long value, int digits) {
        room(digits);
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            array[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /// The text form of RFC 9562.
    void putHex(UUID id) {
        room(36);
        hex(id.getMostSignificantBits(), 60, 8);
        put('-');
        hex(id.getMostSignificantBits(), 28, 4);
        put('-');
        hex(id.getMostSignificantBits(), 12, 4);
        put('-');
        hex(id.getLeastSignificantBits(), 60, 4);
        put('-');
        hex(id.getLeastSignificantBits(), 44, 12);
    }

    private void hex(long bits, int shift, int digits) {
        for (int i = 0; i < digits; i++) {
            array[length++] = HEX[(int) (bits >>> (shift - 4 * i)) & 0xf];
        }
    }

    /// Puts the character of a text at an index as UTF-8, half of a pair as U+FFFD.
    ///
    /// @return how many chars of the text it took
    int putCharacter(String text, int index) {
        int point = text.codePointAt(index);
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            putReplacement();
        } else {
            putPoint(point);
        }
        return Character.charCount(point);
    }

    /// U+FFFD for a character that has no place here.
    void putReplacement() {
        isVerbatim = false;
        putPoint(REPLACEMENT);
    }

    private void putPoint(int point) {
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | (point >> 6));
            continued(point);
        } else if (point < 0x10000) {
            put(0xe0 | (point >> 12));
            continued(point >> 6);
            continued(point);
        } else {
            put(0xf0 | (point >> 18));
            continued(point >> 12);
            continued(point >> 6);
            continued(point);
        }
    }

    private void continued(int point) {
        put(0x80 | (point & 0x3f));
    }

    /// Text as PostgreSQL takes it: UTF-8, and U+FFFD for the character NUL, which it cannot hold.
    void putText(String text) {
        for (int i = 0; i < text.length(); ) {
            char character = text.charAt(i);
            if (character != 0 && character < 0x80) {
                put(character);
                i++;
            } else if (character == 0) {
                putReplacement();
                i++;
            } else {
                i += putCharacter(text, i);
            }
        }
    }

    int checksum(int from) {
        crc.reset();
        crc.update(array, from, length - from);
        return (int) crc.getValue();
    }

    void writeTo(FileChannel channel, long offset) throws IOException {
        var all = ByteBuffer.wrap(array, 0, length);
        while (all.hasRemaining()) {
            channel.write(all, offset + all.position());
        }
    }
}
