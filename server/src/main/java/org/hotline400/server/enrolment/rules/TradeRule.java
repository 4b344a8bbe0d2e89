package org.hotline400.server.enrolment.rules;

import java.util.List;
import org.hotline400.server.enrolment.papers.PaperKind;

/// What holds for one trade.
///
/// @param papers that it shows beside those of its entity
public record TradeRule(String code, String chinese, String english, List<PaperKind> papers) {
    public TradeRule {
        papers = List.copyOf(papers);
        if (!code.matches("[a-z]+(-[a-z]+)*") || chinese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a trade has a code such as education and two names; was " + code);
        }
    }
}
