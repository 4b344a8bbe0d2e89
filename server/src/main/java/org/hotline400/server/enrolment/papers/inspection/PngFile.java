package org.hotline400.server.enrolment.papers.inspection;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// The structure of a PNG (ISO/IEC 15948 §5), read without decoding it.
///
/// @param end behind its last chunk
// Nobody compares these, and the bytes are not changed.
@SuppressWarnings("ArrayRecordComponent")
record PngFile(byte[] bytes, int width, int height, List<Chunk> chunks, int end) {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int MOST_CHUNKS = 100_000;

    /// @param from where its length stands
    /// @param to behind its check sum
    record Chunk(String type, int from, int to) {

        /// Needed to show the picture: a capital letter in front says so; `tRNS` tells what is transparent.
        boolean isNeeded() {
            return Character.isUpperCase(type.charAt(0)) || type.equals("tRNS");
        }
    }

    /// Reads it from the file's start; empty when it is damaged or does not end.
    static Optional<PngFile> read(byte[] file) {
        List<Chunk> chunks = new ArrayList<>();
        int at = SIGNATURE;
        while (at + FRAME <= file.length && chunks.size() < MOST_CHUNKS) {
            int length = Bytes.i32(file, at);
            if (length < 0 || (long) at + FRAME + length > file.length || !isSound(file, at, length)) {
                return Optional.empty();
            }
            Chunk chunk = new Chunk(type(file, at + 4), at, at + FRAME + length);
            chunks.add(chunk);
            at = chunk.to();
            if (chunk.type().equals("IEND")) {
                return of(file, chunks);
            }
        }
        return Optional.empty();
    }

    private static String type(byte[] file, int at) {
        return new String(file, at, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static boolean isSound(byte[] file, int at, int length) {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, 4 + length);
        return (int) sum.getValue() == Bytes.i32(file, at + 8 + length);
    }

    private static Optional<PngFile> of(byte[] file, List<Chunk> chunks) {
        Chunk header = chunks.getFirst();
        boolean isWhole = header.type().equals("IHDR")
                && header.to() - header.from() == FRAME + 13
                && chunks.stream().anyMatch(chunk -> chunk.type().equals("IDAT"));
        if (!isWhole) {
            return Optional.empty();
        }
        int width = Bytes.i32(file, header.from() + 8);
        int height = Bytes.i32(file, header.from() + 12);
        return width <= 0 || height <= 0
                ? Optional.empty()
                : Optional.of(new PngFile(
                        file,
                        width,
                        height,
                        List.copyOf(chunks),
                        chunks.getLast().to()));
    }

    /// The image with what is needed to decode it and nothing else.
    byte[] withoutMetadata() {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(end);
        clean.write(bytes, 0, SIGNATURE);
        chunks.stream()
                .filter(Chunk::isNeeded)
                .forEach(chunk -> clean.write(bytes, chunk.from(), chunk.to() - chunk.from()));
        return clean.toByteArray();
    }
}
