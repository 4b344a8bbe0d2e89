package org.hotline400.server.prompts.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hotline400.server.prompts.InvalidAudioException;

/// An MP3 file: the frames in it are found here, with suspicion, and decoded one by one by [Mp3Decoding]. Tags
/// before, between and after the frames are skipped; so is the frame in which encoders note their settings.
///
/// @param start where the first frame begins
/// @param first its header, which all others must agree with
record Mp3File(Bytes file, int start, Mp3Frame first) {
    /// How far garbage before the first frame is searched.
    private static final int MOST_GARBAGE = 65_536;

    /// The bytes of a file, not compared.
    // Read once and dropped.
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] array) {}

    /// The MP3 in these bytes, when there is one: two frames that follow each other.
    static Optional<Mp3File> find(byte[] file) {
        int from = afterTag(file);
        for (int at = from; at < Math.min(file.length, (long) from + MOST_GARBAGE); at++) {
            Optional<Mp3Frame> frame = Mp3Frame.at(file, at);
            if (frame.isPresent() && isFollowed(file, at, frame.get())) {
                return Optional.of(new Mp3File(new Bytes(file), at, frame.get()));
            }
        }
        return Optional.empty();
    }

    /// Behind an ID3v2 tag, whose size has seven bits a byte.
    private static int afterTag(byte[] file) {
        if (file.length < 10 || file[0] != 'I' || file[1] != 'D' || file[2] != '3') {
            return 0;
        }
        return 10 + ((file[6] & 0x7f) << 21) + ((file[7] & 0x7f) << 14) + ((file[8] & 0x7f) << 7) + (file[9] & 0x7f);
    }

    private static boolean isFollowed(byte[] file, int at, Mp3Frame frame) {
        return Mp3Frame.at(file, at + frame.bytes()).filter(frame::continues).isPresent();
    }

    /// @throws InvalidAudioException when it is too long, damaged or of a kind that is not taken
    RawAudio decode() {
        byte[] bytes = file.array();
        Mp3Decoding decoding = new Mp3Decoding(first);
        int at = start;
        while (at + Mp3Frame.HEADER_BYTES <= bytes.length) {
            Optional<Mp3Frame> frame = Mp3Frame.at(bytes, at).filter(first::continues);
            if (frame.isEmpty()) {
                at++;
                continue;
            }
            int size = frame.get().bytes();
            if (at + size > bytes.length) {
                break;
            }
            if (!(at == start && isNote(bytes, at, first))) {
                decoding.decode(frame.get(), bytes, at);
            }
            at += size;
        }
        return decoding.done();
    }

    /// Whether the frame holds an encoder's notes (Xing, LAME, Fraunhofer) instead of sound.
    private static boolean isNote(byte[] file, int at, Mp3Frame frame) {
        int xing = at + Mp3Frame.HEADER_BYTES + (frame.hasChecksum() ? 2 : 0) + frame.sideBytes();
        return isAt(file, xing, "Xing") || isAt(file, xing, "Info") || isAt(file, at + 36, "VBRI");
    }

    private static boolean isAt(byte[] file, int at, String word) {
        return at + word.length() <= file.length
                && word.equals(new String(file, at, word.length(), StandardCharsets.ISO_8859_1));
    }
}
