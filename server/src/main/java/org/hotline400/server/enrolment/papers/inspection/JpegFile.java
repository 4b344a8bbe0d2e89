package org.hotline400.server.enrolment.papers.inspection;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The structure of a JPEG (ITU-T T.81 annex B), read without decoding it.
///
/// @param components colours of a pixel
/// @param segments those before the first scan, and between scans
/// @param scan where the first scan begins
/// @param end behind the end of the image
// Nobody compares these, and the bytes are not changed.
@SuppressWarnings("ArrayRecordComponent")
record JpegFile(byte[] bytes, int width, int height, int components, List<Segment> segments, int scan, int end) {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APPLICATION_0 = 0xE0;
    private static final int APPLICATION_14 = 0xEE;
    private static final int APPLICATION_15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int MOST_SEGMENTS = 10_000;

    /// @param from the 0xFF of its marker
    /// @param to behind it
    record Segment(int marker, int from, int to) {

        /// Tells of the picture what is not needed to show it.
        boolean isMetadata() {
            return (marker >= APPLICATION_0 && marker <= APPLICATION_15) || marker == COMMENT;
        }

        /// JFIF and Adobe's segment say how colours are coded.
        private boolean isNeeded() {
            return !isMetadata() || marker == APPLICATION_0 || marker == APPLICATION_14;
        }
    }

    /// Reads the first image from `from` on; empty when it is damaged or does not end.
    static Optional<JpegFile> read(byte[] file, int from) {
        try {
            return new Reading(file, from).read();
        } catch (ArrayIndexOutOfBoundsException endsEarly) {
            return Optional.empty();
        }
    }

    /// The pixels that a decoder would have to make room for, of a JPEG that need not be whole.
    static long announcedPixels(byte[] file) {
        long most = 0;
        int at = 2;
        while (at + 9 < file.length && Bytes.u8(file, at) == 0xFF) {
            int marker = Bytes.u8(file, at + 1);
            if (isFrame(marker)) {
                most = Math.max(most, (long) Bytes.u16(file, at + 5) * Bytes.u16(file, at + 7));
            }
            at += marker == 0xFF ? 1 : 2 + Bytes.u16(file, at + 2);
        }
        return most;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /// The image with what is needed to decode it and nothing else: no colour profile, no EXIF, no comment.
    /// They are not needed to read a paper, and what is not given to a decoder cannot harm it.
    byte[] withoutMetadata() {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(end);
        clean.write(0xFF);
        clean.write(START_OF_IMAGE);
        segments.stream()
                .filter(segment -> segment.from() < scan && segment.isNeeded())
                .forEach(segment -> clean.write(bytes, segment.from(), segment.to() - segment.from()));
        clean.write(bytes, scan, end - scan);
        return clean.toByteArray();
    }

    /// How the camera was held: EXIF's orientation (CIPA DC-008 §4.6.4 A), 1 (upright) to 8.
    int orientation() {
        return segments.stream()
                .filter(segment -> segment.marker() == 0xE1 && Bytes.has(bytes, segment.from() + 4, "Exif\0\0"))
                .findFirst()
                .map(segment -> ExifOrientation.read(bytes, segment.from() + 10, segment.to()))
                .orElse(1);
    }

    private static final class Reading {
        private final byte[] file;
        private final List<Segment> segments = new ArrayList<>();
        private int at;
        private int frame = -1;
        private int scan = -1;

        private Reading(byte[] file, int from) {
            this.file = file;
            this.at = from;
        }

        private Optional<JpegFile> read() {
            if (Bytes.u16(file, at) != 0xFFD8) {
                return Optional.empty();
            }
            at += 2;
            while (segments.size() < MOST_SEGMENTS) {
                int marker = marker();
                if (marker == END_OF_IMAGE) {
                    return result();
                } else if (marker < 0xC0 || marker == START_OF_IMAGE) {
                    return Optional.empty();
                }
                segment(marker);
            }
            return Optional.empty();
        }

        /// @return -1 when there is none
        private int marker() {
            if (Bytes.u8(file, at) != 0xFF) {
                return -1;
            }
            while (Bytes.u8(file, at + 1) == 0xFF) {
                at++;
            }
            int marker = Bytes.u8(file, at + 1);
            at += 2;
            return marker;
        }

        private void segment(int marker) {
            int from = at - 2;
            int to = at + Math.max(2, Bytes.u16(file, at));
            if (isFrame(marker)) {
                frame = frame < 0 ? from : frame;
            }
            if (marker == START_OF_SCAN) {
                scan = scan < 0 ? from : scan;
            }
            segments.add(new Segment(marker, from, to));
            at = to;
            if (marker == START_OF_SCAN) {
                skipScan();
            }
        }

        /// Coded data end at the first marker that is neither a stuffed zero nor a restart.
        private void skipScan() {
            while (true) {
                if (Bytes.u8(file, at) == 0xFF) {
                    int next = Bytes.u8(file, at + 1);
                    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                        return;
                    }
                }
                at++;
            }
        }

        private Optional<JpegFile> result() {
            if (frame < 0 || scan < frame) {
                return Optional.empty();
            }
            return Optional.of(new JpegFile(
                    file,
                    Bytes.u16(file, frame + 7),
                    Bytes.u16(file, frame + 5),
                    Bytes.u8(file, frame + 9),
                    List.copyOf(segments),
                    scan,
                    at));
        }
    }
}
