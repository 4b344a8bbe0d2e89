package org.hotline400.app.plan;

import java.io.PrintWriter;
import java.util.List;
import org.hotline400.server.callplans.Finding;
import org.hotline400.server.callplans.PlacedFinding;

/// Tells what a check found, one line a finding as compilers do: `file:line:column: code: message`.
final class PlanOutcome {
    static final int FAULTY = 1;
    static final int NOBODY_THERE = 4;

    private PlanOutcome() {}

    /// @return the exit code
    static int tell(PrintWriter out, PlanFile file, List<PlacedFinding> findings) {
        findings.forEach(finding -> out.println(file.name() + ":" + finding.line() + ":" + finding.column() + ": "
                + (finding.severity() == Finding.Severity.WARNING ? "warning: " : "")
                + finding.code() + ": " + finding.message() + at(finding)));
        var errors = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .count();
        out.println(errors == 0 ? file.name() + ": sound" : file.name() + ": " + errors + " error(s)");
        out.flush();
        return errors == 0 ? 0 : FAULTY;
    }

    private static String at(PlacedFinding finding) {
        return finding.path().isEmpty() ? "" : " [" + finding.path() + "]";
    }
}
