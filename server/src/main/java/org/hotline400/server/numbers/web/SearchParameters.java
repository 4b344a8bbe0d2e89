package org.hotline400.server.numbers.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.kernel.Checks;
import org.jspecify.annotations.Nullable;

/// The parameters of a search as they were sent. Full-width forms, which Chinese keyboards write, are read as
/// the plain ones; a list is repeated, or separated by commas.
final class SearchParameters {
    static final List<String> NAMES = List.of(
            "mask",
            "contains",
            "head",
            "tail",
            "pattern",
            "without",
            "class",
            "feeFrom",
            "feeTo",
            "carrier",
            "promotion",
            "meaning",
            "trade",
            "order",
            "cursor",
            "limit");

    private static final Set<String> LISTS = Set.of("contains", "pattern", "without", "class", "carrier");
    /// What tells where to read on, not what is looked for.
    private static final Set<String> PAGING = Set.of("cursor", "limit");
    /// Values of one list.
    private static final int MOST_VALUES = 40;
    /// Characters of one value: a name of a firm is shorter, and so is a cursor.
    private static final int LONGEST = 200;

    private final Map<String, List<String>> values = new TreeMap<>();

    private SearchParameters() {}

    /// Refuses what has no meaning here, so that a misspelt filter is not taken for no filter.
    static SearchParameters read(Map<String, List<String>> sent, Checks checks) {
        var parameters = new SearchParameters();
        sent.forEach((name, texts) -> parameters.add(name, texts, checks));
        return parameters;
    }

    private void add(String name, List<String> texts, Checks checks) {
        var read = texts.stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .flatMap(text -> LISTS.contains(name) ? Arrays.stream(text.split("[,、;]")) : Stream.of(text))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (!NAMES.contains(name)) {
            checks.add(name, "unknown", "is no parameter here; there are " + names(), "没有这个参数；可用的参数：" + names() + "。");
        } else if (read.size() > 1 && !LISTS.contains(name)) {
            checks.add(name, "repeated", "is given once", "只能给出一次。");
        } else if (read.size() > MOST_VALUES || read.stream().anyMatch(text -> text.length() > LONGEST)) {
            checks.add(
                    name,
                    "too-long",
                    "has at most " + MOST_VALUES + " values of at most " + LONGEST + " characters",
                    "最多 " + MOST_VALUES + " 个值，每个最多 " + LONGEST + " 个字符。");
        } else if (!read.isEmpty()) {
            values.put(name, read);
        }
    }

    private static String names() {
        return String.join(", ", NAMES);
    }

    /// The one value; null when it was not sent, or sent empty.
    @Nullable
    String one(String name) {
        var all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    /// Sorted and each once.
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// Tells this search from others, whatever page it is at: 64 bits of a SHA-256, the same on every node.
    long fingerprint() {
        var text = values.entrySet().stream()
                .filter(entry -> !PAGING.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                .collect(Collectors.joining("\n"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
