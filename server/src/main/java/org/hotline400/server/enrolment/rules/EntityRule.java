package org.hotline400.server.enrolment.rules;

import java.util.List;
import java.util.Set;
import org.hotline400.server.enrolment.form.EntityKind;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.numbers.grading.NumberClass;

/// What holds for one kind of entity.
///
/// @param creditCodes with which its unified social credit code begins
/// @param classes of numbers that it may have
/// @param ways by which it may apply
/// @param papers that it shows, whatever its trade
public record EntityRule(
        EntityKind kind,
        String chinese,
        String english,
        List<String> creditCodes,
        Set<NumberClass> classes,
        Set<IntakeWay> ways,
        List<PaperKind> papers) {
    public EntityRule {
        creditCodes = List.copyOf(creditCodes);
        classes = Set.copyOf(classes);
        ways = Set.copyOf(ways);
        papers = List.copyOf(papers);
        if (creditCodes.isEmpty() || classes.isEmpty() || ways.isEmpty() || papers.isEmpty()) {
            throw new IllegalArgumentException(
                    "an entity has credit codes, classes, ways and papers; " + kind.code() + " lacks some");
        }
    }

    /// Whether a credit code can be such an entity's.
    public boolean fits(String creditCode) {
        return creditCodes.stream().anyMatch(creditCode::startsWith);
    }
}
