package org.hotline400.server.enrolment.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.form.FormFields;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.enrolment.review.ReviewReason;
import org.hotline400.server.enrolment.review.ReviewReasons;
import org.hotline400.server.kernel.Checks;
import org.jspecify.annotations.Nullable;

/// Something that a reviewer finds wrong.
///
/// @param subject the field or paper: `company.name`, `papers.business-licence`
/// @param reason a code of the catalogue
/// @param words in own words, at most 500 characters: needed with `other`, added to any other reason
public record FindingOrder(
        @Nullable String subject,
        @Nullable String reason,
        @Nullable OwnWords words) {
    private static final int MOST = 40;
    private static final int LONGEST = 500;
    private static final String PAPERS = "papers.";
    private static final Set<String> SUBJECTS = Stream.concat(
                    FormFields.paths().stream(), Stream.of(PaperKind.values()).map(kind -> PAPERS + kind.code()))
            .collect(Collectors.toUnmodifiableSet());

    /// One language is enough; the applicant then reads it in both places.
    public record OwnWords(@Nullable String zh, @Nullable String en) {}

    /// Reads all findings of a decision; at least one.
    ///
    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    static List<Finding> read(@Nullable List<FindingOrder> orders, ReviewReasons reasons) {
        var checks = new Checks();
        if (orders == null || orders.isEmpty() || orders.size() > MOST) {
            checks.add(
                    "findings",
                    orders == null ? "missing" : "out-of-range",
                    "has 1 to " + MOST + " findings: say for each field or paper what is wrong",
                    "应有 1 到 " + MOST + " 条意见：请逐项说明哪里有问题。");
        }
        checks.done();
        var findings = new ArrayList<Finding>();
        for (int i = 0; orders != null && i < orders.size(); i++) {
            orders.get(i).read("findings[" + i + "].", reasons, checks).ifPresent(findings::add);
        }
        checks.done();
        return findings;
    }

    private Optional<Finding> read(String path, ReviewReasons reasons, Checks checks) {
        var about = checks.read(path + "subject", "reviews.subject", subject, FindingOrder::subject)
                .value();
        var why = checks.read(
                        path + "reason",
                        "reviews.reason",
                        reason,
                        code -> reasons.find(code)
                                .orElseThrow(() -> new IllegalArgumentException("is a code of /api/v1/review-reasons")))
                .value();
        var own = words(path, why, checks);
        if (about.isEmpty() || why.isEmpty()) {
            return Optional.empty();
        }
        if (!why.get().fits(about.get())) {
            checks.add(
                    path + "reason",
                    "reviews.reason-elsewhere",
                    why.get().code() + " is about " + why.get().about() + "; take another reason",
                    "理由 " + why.get().code() + " 只适用于 " + why.get().about() + "，请选择其他理由。");
            return Optional.empty();
        }
        return own.map(said -> finding(about.get(), why.get(), said));
    }

    private static String subject(String text) {
        if (!SUBJECTS.contains(text)) {
            throw new IllegalArgumentException(
                    "is a field such as company.name, or a paper such as papers.business-licence; was \"" + text
                            + "\"");
        }
        return text;
    }

    private record Said(String chinese, String english) {}

    private Optional<Said> words(String path, Optional<ReviewReason> why, Checks checks) {
        var zh = text(words == null ? null : words.zh());
        var en = text(words == null ? null : words.en());
        if (zh.length() > LONGEST || en.length() > LONGEST) {
            checks.add(path + "words", "too-long", "has at most " + LONGEST + " characters", "最多 " + LONGEST + " 个字符。");
            return Optional.empty();
        }
        if (why.filter(ReviewReason::ownWords).isPresent() && zh.isEmpty() && en.isEmpty()) {
            checks.add(path + "words", "missing", "say what is wrong and what to do", "请写明问题以及如何更正。");
            return Optional.empty();
        }
        return Optional.of(new Said(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static Finding finding(String subject, ReviewReason reason, Said said) {
        return new Finding(
                subject,
                reason.code(),
                (reason.english() + " " + said.english()).strip(),
                (reason.chinese() + said.chinese()).strip());
    }
}
