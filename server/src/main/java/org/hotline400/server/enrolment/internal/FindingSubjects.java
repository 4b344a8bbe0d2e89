package org.hotline400.server.enrolment.internal;

import java.util.Arrays;
import java.util.List;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.form.FormFields;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.InvalidInputException;

/// What a finding can be about: a field, a group of fields, a paper.
public final class FindingSubjects {
    private FindingSubjects() {}

    /// @throws InvalidInputException when there is none, or one is about something else
    public static void check(List<Finding> findings) {
        var checks = new Checks();
        if (findings.isEmpty()) {
            checks.add("findings", "missing", "name at least one field or paper", "请至少指出一个字段或材料。");
        }
        for (int i = 0; i < findings.size(); i++) {
            if (!isKnown(findings.get(i))) {
                checks.add(
                        "findings[" + i + "].subject",
                        "unknown",
                        "is no field and no paper of an application, such as company.name or papers.business-licence",
                        "不是申请中的字段或材料，例如 company.name 或 papers.business-licence。");
            }
        }
        checks.done();
    }

    private static boolean isKnown(Finding finding) {
        var subject = finding.subject();
        return finding.isAboutPaper()
                ? Arrays.stream(PaperKind.values()).anyMatch(kind -> subject.equals("papers." + kind.code()))
                : FormFields.paths().stream().anyMatch(path -> path.equals(subject) || path.startsWith(subject + "."));
    }
}
