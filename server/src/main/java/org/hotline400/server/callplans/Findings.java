package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The findings of one check, errors first. Bounded.
final class Findings {
    private final List<Finding> all = new ArrayList<>();
    private boolean faulty;

    void error(String path, String code, String message) {
        faulty = true;
        add(Finding.error(path, code, message));
    }

    /// @param fix what to do about it in this very case
    void error(String path, String code, String message, Words fix) {
        faulty = true;
        add(Finding.error(path, code, message).withFix(fix));
    }

    void warning(String path, String code, String message) {
        add(Finding.warning(path, code, message));
    }

    private void add(Finding finding) {
        if (all.size() < PlanBounds.MAX_FINDINGS) {
            all.add(finding);
        }
    }

    boolean faulty() {
        return faulty;
    }

    List<Finding> all() {
        return all.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::path))
                .toList();
    }
}
