package org.hotline400.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Sound in a RIFF/WAVE file, 8,000 Hz, mono or stereo. Reads 16-bit PCM, A-law and µ-law; writes 16-bit PCM.
///
/// @param channels one clip (mono) or two (left, right) of the same length
public record Wav(List<Clip> channels) {
    /// The most audio data a file may hold, in bytes: over an hour in mono PCM.
    public static final int LARGEST = 64 << 20;

    /// The length of what [#header] gives.
    public static final int HEADER_BYTES = 44;

    private static final int RATE = 8000;

    public Wav {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || channels.size() > 2) {
            throw new IllegalArgumentException("a WAV here is mono or stereo, was " + channels.size() + " channels");
        }
        if (channels.getFirst().size() != channels.getLast().size()) {
            throw new IllegalArgumentException("both channels must be of the same length");
        }
    }

    public static Wav mono(Clip clip) {
        return new Wav(List.of(clip));
    }

    public static Wav stereo(Clip left, Clip right) {
        return new Wav(List.of(left, right));
    }

    /// @throws WavException when it is not a WAV of the kinds we read
    public static Wav read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        }
    }

    /// Reads to the end of the audio data; memory is taken for bytes that are there, whatever the header says.
    ///
    /// @throws WavException when it is not a WAV of the kinds we read
    public static Wav read(InputStream in) throws IOException {
        return WavReader.read(in);
    }

    /// All channels as one.
    public Clip mixed() {
        if (channels.size() == 1) {
            return channels.getFirst();
        }
        short[] left = channels.getFirst().samples();
        short[] right = channels.getLast().samples();
        short[] both = new short[left.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (short) ((left[i] + right[i]) / 2);
        }
        return Clip.of(both);
    }

    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out);
        }
    }

    /// Writes 16-bit PCM; does not close `out`.
    ///
    /// @throws WavException when it is longer than [#LARGEST]
    public void write(OutputStream out) throws IOException {
        int samples = channels.getFirst().size();
        long size = 2L * samples * channels.size();
        if (size > LARGEST) {
            throw new WavException("audio of " + size + " bytes is too long for one WAV; split it at " + LARGEST);
        }
        ByteBuffer data = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        List<short[]> pcm = channels.stream().map(Clip::samples).toList();
        for (int i = 0; i < samples; i++) {
            for (short[] channel : pcm) {
                data.putShort(channel[i]);
            }
        }
        out.write(header(channels.size(), size));
        out.write(data.array());
    }

    /// The head of a WAV file of 16-bit PCM at 8,000 Hz, for those who stream the samples after it.
    ///
    /// @param dataBytes how many bytes of samples follow
    public static byte[] header(int channels, long dataBytes) {
        if (channels < 1 || channels > 2 || dataBytes < 0 || dataBytes > 0xFFFFFFFFL - HEADER_BYTES) {
            throw new IllegalArgumentException(
                    "a WAV has 1 or 2 channels and less than 4 GiB, was " + channels + " and " + dataBytes);
        }
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (dataBytes + HEADER_BYTES - 8))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(RATE)
                .putInt(RATE * 2 * channels)
                .putShort((short) (2 * channels))
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) dataBytes)
                .array();
    }
}
