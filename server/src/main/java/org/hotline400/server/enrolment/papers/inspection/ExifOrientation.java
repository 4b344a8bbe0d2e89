package org.hotline400.server.enrolment.papers.inspection;

/// Reads the one thing of EXIF that is needed to show a photograph: which side is up.
final class ExifOrientation {
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /// @param start of the TIFF header (TIFF 6.0 §2)
    /// @return 1 when it is not told or not understood
    static int read(byte[] file, int start, int end) {
        if (start + 8 > end) {
            return 1;
        }
        boolean little = Bytes.has(file, start, "II");
        long table = start + Integer.toUnsignedLong(value32(file, start + 4, little));
        if (table + 2 > end) {
            return 1;
        }
        int entries = value16(file, (int) table, little);
        for (int i = 0; i < entries; i++) {
            int entry = (int) table + 2 + i * ENTRY;
            if (entry + ENTRY > end) {
                return 1;
            }
            if (value16(file, entry, little) == TAG) {
                int value = value16(file, entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int value16(byte[] file, int at, boolean little) {
        int value = Bytes.u16(file, at);
        return little ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
    }

    private static int value32(byte[] file, int at, boolean little) {
        int value = Bytes.i32(file, at);
        return little ? Integer.reverseBytes(value) : value;
    }
}
