package org.hotline400.app.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.media.Wav;
import org.hotline400.simulator.Heard;
import tools.jackson.databind.json.JsonMapper;

/// Knows prompts by how their loudness goes up and down, which no codec changes.
public final class PromptRecognition implements Recognition {
    private static final int FRAME = 160;

    // One second tells one sentence from another.
    private static final int ENOUGH_FRAMES = 50;
    private static final double ALIKE = 0.92;
    private static final Duration MARGIN = Duration.ofMillis(300);

    private final List<Known> prompts;

    private PromptRecognition(List<Known> prompts) {
        this.prompts = prompts;
    }

    /// How loud each 20 ms of a prompt are.
    @SuppressWarnings("ArrayRecordComponent") // private to this class, never changed
    private record Known(String text, double[] loudness) {}

    private record Found(int at, String text) {}

    /// As the lists of prompts in the jar write them.
    private record Listed(String name, String language, String text) {}

    /// Knows the system's and the samples' prompts.
    public static PromptRecognition ofTheJar() {
        var known = new ArrayList<Known>();
        read("/prompts/texts.json", "/prompts/", known);
        read("/samples/prompts.json", "/samples/prompts/", known);
        return new PromptRecognition(List.copyOf(known));
    }

    private static void read(String list, String folder, List<Known> into) {
        try (var in = PromptRecognition.class.getResourceAsStream(list)) {
            if (in == null) {
                return;
            }
            for (var listed : JsonMapper.shared().readValue(in, Listed[].class)) {
                read(folder + listed.language() + "/" + listed.name() + ".wav", listed)
                        .ifPresent(into::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Known> read(String file, Listed listed) throws IOException {
        try (var in = PromptRecognition.class.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Known(
                            listed.text(), loudness(Wav.read(in).mixed().samples(), Integer.MAX_VALUE)));
        }
    }

    @Override
    public Optional<String> recognise(Heard heard, Sound sound) {
        var from = sound.from().minus(MARGIN);
        var samples = heard.since(from.isNegative() ? Duration.ZERO : from);
        var frames = (int) (sound.length().plus(MARGIN).plus(MARGIN).toMillis() / 20);
        var now = loudness(samples, frames);
        var text = prompts.stream()
                .flatMap(prompt -> find(prompt, now).stream())
                .sorted(Comparator.comparingInt(Found::at))
                .map(Found::text)
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<Found> find(Known prompt, double[] heard) {
        for (var at = 0; at < heard.length; at++) {
            var length = Math.min(prompt.loudness.length, heard.length - at);
            if (length < Math.min(ENOUGH_FRAMES, prompt.loudness.length)) {
                return Optional.empty();
            }
            if (likeness(prompt.loudness, heard, at, length) > ALIKE) {
                return Optional.of(new Found(at, prompt.text));
            }
        }
        return Optional.empty();
    }

    /// Pearson's correlation of the prompt's first `length` frames with what was heard from `at` on.
    private static double likeness(double[] prompt, double[] heard, int at, int length) {
        double sumP = 0;
        double sumH = 0;
        double sumPP = 0;
        double sumHH = 0;
        double sumPH = 0;
        for (var i = 0; i < length; i++) {
            var p = prompt[i];
            var h = heard[at + i];
            sumP += p;
            sumH += h;
            sumPP += p * p;
            sumHH += h * h;
            sumPH += p * h;
        }
        var varianceP = sumPP - sumP * sumP / length;
        var varianceH = sumHH - sumH * sumH / length;
        return varianceP <= 0 || varianceH <= 0 ? 0 : (sumPH - sumP * sumH / length) / Math.sqrt(varianceP * varianceH);
    }

    private static double[] loudness(short[] samples, int atMost) {
        var frames = new double[Math.min(samples.length / FRAME, atMost)];
        for (var frame = 0; frame < frames.length; frame++) {
            var energy = 0.0;
            for (var i = frame * FRAME; i < (frame + 1) * FRAME; i++) {
                energy += (double) samples[i] * samples[i];
            }
            frames[frame] = Math.sqrt(energy / FRAME);
        }
        return frames;
    }
}
