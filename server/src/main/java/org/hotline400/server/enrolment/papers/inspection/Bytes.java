package org.hotline400.server.enrolment.papers.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reading in a file that is all in memory.
final class Bytes {
    private Bytes() {}

    static int u8(byte[] file, int at) {
        return file[at] & 0xFF;
    }

    static int u16(byte[] file, int at) {
        return u8(file, at) << 8 | u8(file, at + 1);
    }

    static int i32(byte[] file, int at) {
        return u16(file, at) << 16 | u16(file, at + 2);
    }

    static boolean has(byte[] file, int at, String ascii) {
        if (at < 0 || at + ascii.length() > file.length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (file[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// @return the place of the first one in `[from, to)`, -1 when there is none
    static int find(byte[] file, String ascii, int from, int to) {
        for (int i = Math.max(0, from); i + ascii.length() <= Math.min(to, file.length); i++) {
            if (has(file, i, ascii)) {
                return i;
            }
        }
        return -1;
    }

    static int findLast(byte[] file, String ascii, int before, int notBefore) {
        for (int i = Math.min(before, file.length - ascii.length()); i >= Math.max(0, notBefore); i--) {
            if (has(file, i, ascii)) {
                return i;
            }
        }
        return -1;
    }

    /// Byte by byte, in lower case.
    static String text(byte[] file, int from, int to) {
        return new String(file, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    /// The first place that is no filler: NUL, 0xFF, blank or line end.
    static int skipFiller(byte[] file, int from) {
        int at = from;
        while (at < file.length && isFiller(file[at])) {
            at++;
        }
        return at;
    }

    private static boolean isFiller(byte one) {
        return one == 0 || one == (byte) 0xFF || one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }
}
