package org.hotline400.server.prompts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Prepares Chinese text for a voice that knows one reading a character: words read otherwise become Pinyin
/// (`prompts/readings.txt`), digits become characters.
final class Readings {
    private static final String DIGITS = "零一二三四五六七八九";

    private final List<Reading> readings;

    private record Reading(String word, String pinyin) {}

    Readings() {
        try (InputStream in = Readings.class.getResourceAsStream("/prompts/readings.txt")) {
            readings = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .map(parts -> new Reading(parts[0], " " + parts[1] + " "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String apply(String text) {
        String spoken = text;
        for (Reading reading : readings) {
            spoken = spoken.replace(reading.word(), reading.pinyin());
        }
        return spoken;
    }

    /// Each digit by itself, as numbers on the telephone are read.
    static String spellDigits(String text) {
        StringBuilder spelt = new StringBuilder(text.length());
        text.chars().forEach(c -> spelt.append(c >= '0' && c <= '9' ? DIGITS.charAt(c - '0') : (char) c));
        return spelt.toString();
    }
}
