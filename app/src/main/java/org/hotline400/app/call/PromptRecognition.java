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

    // A third of a second of loudness is like a piece of almost any prompt.
    private static final String SINGLE_WORDS = "system-say-";

    // Half a second: what lies closer together is in the same place.
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
    /// @param pieces how many of the prompt's pieces agree
    private record Found(int at, int end, int pieces, String text) {}

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
                if (listed.name().startsWith(SINGLE_WORDS)) {
                    continue;
                }
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
                .sorted(Comparator.comparingInt(Found::at)
                        .thenComparing(Comparator.comparingInt(Found::pieces).reversed()))
                .collect(ArrayList<Found>::new, PromptRecognition::addUnlessInside, ArrayList::addAll);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.stream().map(Found::text).collect(Collectors.joining(" ")));
    }

    /// A short prompt may be the end of a longer one ("please wait" of "we are connecting you, please wait"), and many
    /// begin alike ("hello…"): the one that explains more stays.
    private static void addUnlessInside(List<Found> known, Found next) {
        known.removeIf(other -> near(other.at, next.at) && other.pieces < next.pieces);
        if (known.stream().noneMatch(other -> next.end <= other.end + SLACK_FRAMES || near(other.at, next.at))) {
            known.add(next);
        }
    }

    private static boolean near(int one, int other) {
        return Math.abs(one - other) <= SLACK_FRAMES;
    }

    /// Found where at least half of its pieces, and two when there are two, agree on its beginning.
    private static Optional<Found> find(Known prompt, double[] heard) {
        var pieces = Math.clamp(prompt.loudness.length / PIECE_FRAMES, 1, MOST_PIECES);
        var begins = new ArrayList<Integer>();
        for (var piece = 0; piece < pieces; piece++) {
            var offset = piece * PIECE_FRAMES;
            place(prompt.loudness, offset, heard).ifPresent(at -> begins.add(Math.max(0, at - offset)));
        }
        var needed = Math.max(Math.min(2, pieces), (pieces + 1) / 2);
        return begins.stream()
                .map(at -> new Found(at, at + prompt.loudness.length, agreeing(begins, at), prompt.text))
                .filter(found -> found.pieces >= needed)
                .max(Comparator.comparingInt(Found::pieces));
    }

    private static int agreeing(List<Integer> begins, int with) {
        return (int) begins.stream().filter(at -> near(at, with)).count();
    }

    /// Where this piece of the prompt fits best; empty where it does not.
    private static Optional<Integer> place(double[] prompt, int offset, double[] heard) {
        var length = Math.min(PIECE_FRAMES, prompt.length - offset);
        var best = ALIKE;
        var place = -1;
        for (var at = 0; at + length <= heard.length; at++) {
            var likeness = likeness(prompt, offset, heard, at, length);
            if (likeness > best) {
                best = likeness;
                place = at;
            }
        }
        return place < 0 ? Optional.empty() : Optional.of(place);
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
