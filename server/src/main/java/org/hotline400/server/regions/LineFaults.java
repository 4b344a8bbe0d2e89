package org.hotline400.server.regions;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.Violation;

/// The lines of a file that are wrong: all counted, the first hundred named.
final class LineFaults {
    private static final int NAMED = 100;

    private final List<Violation> named = new ArrayList<>();
    private int count;

    /// @param field of the line; empty when it is the line as such
    void add(int line, String field, String code, String message) {
        count++;
        if (named.size() < NAMED) {
            var path = "lines[" + line + "]" + (field.isEmpty() ? "" : "." + field);
            named.add(new Violation(path, code, message));
        }
    }

    int count() {
        return count;
    }

    List<Violation> named() {
        return List.copyOf(named);
    }
}
