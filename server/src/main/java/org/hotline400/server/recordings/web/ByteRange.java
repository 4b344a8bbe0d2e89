package org.hotline400.server.recordings.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a `Range` header asks for (RFC 9110 §14). One range is served; a header with several, or one that is
/// malformed, is ignored, as the RFC allows.
sealed interface ByteRange {
    Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /// The whole file.
    record Whole() implements ByteRange {}

    /// A part of it.
    record Part(long from, long length) implements ByteRange {}

    /// None of it: 416.
    record Unsatisfiable() implements ByteRange {}

    /// @param size of the whole file
    static ByteRange parse(@Nullable String header, long size) {
        if (header == null) {
            return new Whole();
        }
        Matcher range = ONE.matcher(header.replace(" ", ""));
        if (!range.matches()) {
            return new Whole();
        }
        Optional<Long> first = number(range.group(1));
        Optional<Long> last = number(range.group(2));
        if (first.isPresent()) {
            return of(first.get(), last.orElse(Long.MAX_VALUE), size);
        }
        return last.<ByteRange>map(suffix ->
                        suffix == 0 ? new Unsatisfiable() : of(Math.max(0, size - suffix), Long.MAX_VALUE, size))
                .orElseGet(Whole::new);
    }

    private static ByteRange of(long first, long last, long size) {
        if (first > last) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1) - first + 1);
    }

    private static Optional<Long> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
    }
}
