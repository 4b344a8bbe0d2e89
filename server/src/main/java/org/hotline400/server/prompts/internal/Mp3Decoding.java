package org.hotline400.server.prompts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.hotline400.server.prompts.InvalidAudioException;
import org.jcodec.codecs.mpa.Mp3Decoder;

/// Decodes the frames of one MP3 with JCodec, and keeps its weak spots from us (ADR 10): it looks for a frame's
/// checksum at the frame's end, reads past the data when an encoder's last bits run over, and cannot go on
/// after an error.
///
/// A frame's sound may begin in the bytes of earlier frames, the *reservoir*. We remember it, and after an
/// error hand it to a new decoder in a frame of silence. What cannot be decoded is silence of the same length.
final class Mp3Decoding {
    private static final int MOST_RESERVOIR = 511;
    private static final int MOST_SAMPLES_A_FRAME = 1_152;

    private final Mp3Frame first;
    private final ByteBuffer sound = ByteBuffer.allocate(MOST_SAMPLES_A_FRAME * 2 * Short.BYTES);
    private final byte[] reservoir = new byte[MOST_RESERVOIR];
    private Mp3Decoder decoder = new Mp3Decoder();
    private int reserved;
    private boolean broken;
    private float[] samples = new float[65_536];
    private int length;
    private int frames;
    private int failures;

    Mp3Decoding(Mp3Frame first) {
        this.first = first;
    }

    void decode(Mp3Frame frame, byte[] file, int at) {
        requireUsable(frame);
        byte[] plain = checksumLast(frame, file, at);
        int begins = Mp3Frame.HEADER_BYTES + frame.sideBytes();
        int ends = plain.length - (frame.hasChecksum() ? 2 : 0);
        frames++;
        if (canDecode(frame, plain)) {
            keep(frame, plain);
        } else {
            broken = true;
            silence(frame);
        }
        reserve(plain, begins, ends);
    }

    private void requireUsable(Mp3Frame frame) {
        if (frame.isIntensityStereo()) {
            throw new InvalidAudioException(
                    "the MP3 has intensity stereo, which is not taken; save it in mono or plain stereo");
        }
        if (length > mostSamples()) {
            throw new InvalidAudioException(
                    "the MP3 lasts longer than " + TelephoneAudio.LONGEST.toMinutes() + " minutes; cut it");
        }
    }

    private int mostSamples() {
        return first.rate() * (int) TelephoneAudio.LONGEST.toSeconds();
    }

    /// The bytes of a frame, its checksum moved to where the decoder looks for it.
    private static byte[] checksumLast(Mp3Frame frame, byte[] file, int at) {
        byte[] plain = Arrays.copyOfRange(file, at, at + frame.bytes());
        if (frame.hasChecksum()) {
            System.arraycopy(plain, 6, plain, Mp3Frame.HEADER_BYTES, plain.length - 6);
        }
        return plain;
    }

    /// Whether all earlier bytes that the frame needs are known, and the decoder has them.
    private boolean canDecode(Mp3Frame frame, byte[] plain) {
        int field = (Byte.toUnsignedInt(plain[4]) << 8) | Byte.toUnsignedInt(plain[5]);
        int back = field >>> (16 - frame.reservoirBits());
        return back <= reserved && (!broken || restart());
    }

    private void keep(Mp3Frame frame, byte[] plain) {
        int expected = frame.samples() * frame.channels() * Short.BYTES;
        broken = !run(plain);
        if (sound.position() == expected) {
            append(frame);
        } else {
            silence(frame);
        }
    }

    /// Leaves the position of `sound` behind what was decoded.
    private boolean run(byte[] plain) {
        sound.clear();
        try {
            decoder.decodeFrame(ByteBuffer.wrap(plain), sound);
            sound.position(sound.limit());
            return true;
        } catch (IOException | RuntimeException e) {
            // A library for healthy files: whatever it throws means that this frame is none.
            return false;
        }
    }

    /// A new decoder that knows the reservoir: a frame without sound has it as its last bytes.
    private boolean restart() {
        decoder = new Mp3Decoder();
        Mp3Frame carrier = first.largest();
        byte[] bytes = new byte[carrier.bytes()];
        ByteBuffer.wrap(bytes).putInt(carrier.word());
        int known = Math.min(reserved, (1 << carrier.reservoirBits()) - 1);
        System.arraycopy(reservoir, MOST_RESERVOIR - known, bytes, bytes.length - known, known);
        return run(bytes);
    }

    private void reserve(byte[] plain, int begins, int ends) {
        int fresh = Math.min(MOST_RESERVOIR, ends - begins);
        System.arraycopy(reservoir, fresh, reservoir, 0, MOST_RESERVOIR - fresh);
        System.arraycopy(plain, ends - fresh, reservoir, MOST_RESERVOIR - fresh, fresh);
        reserved = Math.min(MOST_RESERVOIR, reserved + fresh);
    }

    private void silence(Mp3Frame frame) {
        failures++;
        makeRoom(frame.samples());
        // An array that grew has zeros there.
        length += frame.samples();
    }

    private void append(Mp3Frame frame) {
        makeRoom(frame.samples());
        ByteBuffer decoded = sound.flip().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frame.samples(); i++) {
            float sample = decoded.getShort() / 32_768f;
            samples[length++] = frame.channels() == 1 ? sample : (sample + decoded.getShort() / 32_768f) / 2;
        }
    }

    private void makeRoom(int more) {
        if (length + more > samples.length) {
            samples = Arrays.copyOf(samples, Math.min(2 * samples.length, mostSamples() + 2 * more));
        }
    }

    /// @throws InvalidAudioException when more than a tenth of it could not be decoded
    RawAudio done() {
        // The first frames of a file that was cut may lack their beginning.
        if (failures > 8 && failures > frames / 10) {
            throw new InvalidAudioException(
                    "the MP3 is damaged: " + failures + " of " + frames + " frames cannot be decoded; save it again");
        }
        return new RawAudio(first.rate(), Arrays.copyOf(samples, length));
    }
}
