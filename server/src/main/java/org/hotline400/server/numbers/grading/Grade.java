package org.hotline400.server.numbers.grading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the rules say of a number.
///
/// @param rules version of the rules, see `Grading.VERSION`
/// @param memorability 0 (nobody keeps it) to 100 (everybody does)
/// @param findings strongest first; empty for a number without any pattern
public record Grade(int rules, NumberClass numberClass, int memorability, List<Finding> findings) {
    public Grade {
        if (memorability < 0 || memorability > 100) {
            throw new IllegalArgumentException("memorability is 0 to 100; was " + memorability);
        }
        findings = List.copyOf(findings);
    }

    /// The patterns found, wherever they stand.
    public Set<PatternKind> kinds() {
        return findings.stream().map(Finding::kind).collect(Collectors.toUnmodifiableSet());
    }
}
