package org.hotline400.sip.internal.wire;

import java.util.Arrays;

/// Where the header lines of one message stand: five numbers a line.
@SuppressWarnings("EnumOrdinal") // five plain numbers a line, made and read here alone
final class HeaderIndex {

    private static final int STRIDE = 5;
    private static final HeaderId[] IDS = HeaderId.values();

    private int[] numbers = new int[16 * STRIDE];
    private int count;

    void add(HeaderId id, int nameStart, int nameEnd, int valueStart, int valueEnd) {
        int at = count * STRIDE;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        numbers[at] = id.ordinal();
        numbers[at + 1] = nameStart;
        numbers[at + 2] = nameEnd;
        numbers[at + 3] = valueStart;
        numbers[at + 4] = valueEnd;
        count++;
    }

    /// A folded line goes on with the header before it, or holds all of its value.
    void extendLast(int lineStart, int valueEnd) {
        int at = (count - 1) * STRIDE;
        if (numbers[at + 3] == numbers[at + 4]) {
            numbers[at + 3] = Math.min(lineStart, valueEnd);
        }
        numbers[at + 4] = valueEnd;
    }

    int count() {
        return count;
    }

    HeaderId id(int line) {
        return IDS[numbers[line * STRIDE]];
    }

    int nameStart(int line) {
        return numbers[line * STRIDE + 1];
    }

    int nameEnd(int line) {
        return numbers[line * STRIDE + 2];
    }

    int valueStart(int line) {
        return numbers[line * STRIDE + 3];
    }

    int valueEnd(int line) {
        return numbers[line * STRIDE + 4];
    }

    int find(HeaderId id) {
        for (int at = 0, line = 0; line < count; line++, at += STRIDE) {
            if (numbers[at] == id.ordinal()) {
                return line;
            }
        }
        return -1;
    }
}
