package org.hotline400.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.kernel.Violation;
import org.jspecify.annotations.Nullable;

/// A problem on the wire (RFC 9457 §3), with our two extensions.
///
/// @param type `about:blank`: the meaning is in `code`
/// @param code stable
/// @param violations everything wrong with the input, in the reader's language; absent for other problems
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type, String title, int status, String detail, String code, List<Violation> violations) {

    static ProblemBody of(Problem problem, @Nullable String detail, List<Violation> violations, Locale locale) {
        var text = problem.text(locale);
        return new ProblemBody(
                "about:blank",
                problem.code(),
                problem.status(),
                detail == null ? text : detail,
                problem.code(),
                violations.stream().map(one -> one.in(locale)).toList());
    }
}
