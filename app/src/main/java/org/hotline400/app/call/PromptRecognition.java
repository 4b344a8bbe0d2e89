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

    // A prompt is known by its first seconds, each looked for on its own: a packet lost or late shifts the others.
    private static final int PIECE_FRAMES = 50;
    private static final int MOST_PIECES = 4;
    private static final double ALIKE = 0.92;

    // A shorter prompt that ends where a longer one ends is a part of it.
    private static final int SLACK_FRAMES = 25;
    private static final Duration MARGIN = Duration.ofMillis(300);

    private final List<Known> prompts;

    private PromptRecognition(List<Known> prompts) {
        this.prompts = prompts;
    }

    /// How loud each 20 ms of a prompt are.
    @SuppressWarnings("ArrayRecordComponent") // private to this class, never changed
    private record Known(String text, double[] loudness) {}

    /// @param at,end in frames of the sound; `end` where the whole prompt would end
    private record Found(int at, int end, String text) {}

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
                .collect(ArrayList<Found>::new, PromptRecognition::addUnlessInside, ArrayList::addAll);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.stream().map(Found::text).collect(Collectors.joining(" ")));
    }

    /// A short prompt may be the end of a longer one: "please wait" of "we are connecting you, please wait".
    private static void addUnlessInside(List<Found> known, Found next) {
        if (known.stream().noneMatch(other -> next.end() <= other.end() + SLACK_FRAMES)) {
            known.add(next);
        }
    }

    /// Found where half of its pieces are, at least two when there are more than two.
    private static Optional<Found> find(Known prompt, double[] heard) {
        var pieces = Math.clamp(prompt.loudness.length / PIECE_FRAMES, 1, MOST_PIECES);
        var begins = new ArrayList<Integer>();
        for (var piece = 0; piece < pieces; piece++) {
            var offset = piece * PIECE_FRAMES;
            place(prompt.loudness, offset, heard).ifPresent(at -> begins.add(Math.max(0, at - offset)));
        }
        if (begins.size() * 2 < pieces || begins.isEmpty()) {
            return Optional.empty();
        }
        var at = begins.getFirst();
        return Optional.of(new Found(at, at + prompt.loudness.length, prompt.text));
    }

    private static Optional<Integer> place(double[] prompt, int offset, double[] heard) {
        var length = Math.min(PIECE_FRAMES, prompt.length - offset);
        for (var at = 0; at + length <= heard.length; at++) {
            if (likeness(prompt, offset, heard, at, length) > ALIKE) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /// Pearson's correlation of `length` frames of the prompt with what was heard.
    private static double likeness(double[] prompt, int offset, double[] heard, int at, int length) {
        double sumP = 0;
        double sumH = 0;
        double sumPP = 0;
        double sumHH = 0;
        double sumPH = 0;
        for (var i = 0; i < length; i++) {
            var p = prompt[offset + i];
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
