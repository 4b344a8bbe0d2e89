package org.hotline400.server.callplans.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.Checks;
import org.jspecify.annotations.Nullable;

/// The revision of a draft as HTTP names it: an entity tag (RFC 9110 §8.8.3), `"17"`.
final class Revision {
    private static final Pattern TAG = Pattern.compile("\"?([0-9]{1,18})\"?");

    private Revision() {}

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /// Empty without the header.
    static Optional<Long> ifMatch(@Nullable String header) {
        var checks = new Checks();
        var revision = checks.readIfPresent("If-Match", "malformed", header, Revision::read);
        checks.done();
        return revision;
    }

    private static long read(String text) {
        var tag = TAG.matcher(text.strip());
        if (!tag.matches()) {
            throw new IllegalArgumentException("is the draft's ETag, such as \"17\"");
        }
        return Long.parseLong(tag.group(1));
    }
}
