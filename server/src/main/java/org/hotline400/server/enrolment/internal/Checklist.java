package org.hotline400.server.enrolment.internal;

import java.util.List;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.kernel.Violation;

/// What an application needs before it can be handed in.
///
/// @param missingFields paths of fields that are empty
/// @param violations what is wrong with those that are not
public record Checklist(List<Item> papers, List<String> missingFields, List<Violation> violations) {
    public Checklist {
        papers = List.copyOf(papers);
        missingFields = List.copyOf(missingFields);
        violations = List.copyOf(violations);
    }

    /// A paper that it needs.
    public record Item(PaperKind kind, boolean isPresent) {}

    /// Whether it can be handed in, but for what only shows then: the number, the holder.
    public boolean isReady() {
        return missingFields.isEmpty()
                && violations.isEmpty()
                && papers.stream().allMatch(Item::isPresent);
    }
}
