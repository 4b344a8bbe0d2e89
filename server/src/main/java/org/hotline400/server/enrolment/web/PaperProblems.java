package org.hotline400.server.enrolment.web;

import java.util.Optional;
import java.util.Set;
import org.hotline400.server.enrolment.papers.PaperPlace;
import org.hotline400.server.enrolment.papers.inspection.PaperFault;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// What can be the matter with papers.
final class PaperProblems {
    static final Problem NO_APPLICATION =
            Problem.notFound("applications.unknown", "There is no such application.", "没有这个申请。");
    static final Problem UNKNOWN = Problem.notFound("papers.unknown", "There is no such paper.", "没有这份材料。");
    static final Problem NO_PAGE = Problem.notFound("papers.no-page", "The paper has no such page.", "该材料没有这一页。");
    static final Problem CLOSED = Problem.conflict(
            "papers.closed",
            "The application is handed in or over; papers can be changed while it is being filled in, or where the"
                    + " reviewer asked for others.",
            "申请已提交或已结束，只有在填写阶段或审核人员要求补正时才能更改材料。");
    static final Problem NOT_ASKED = Problem.conflict(
            "papers.not-asked",
            "This paper was found good and stands as it is; send only those that the reviewer asked for.",
            "该材料已通过审核，无需更改；请只重新上传审核人员要求补正的材料。");
    static final Problem TOO_MANY = Problem.conflict(
            "papers.too-many",
            "So many files have been sent for this application that no more are taken; ask the operator.",
            "该申请上传的文件次数过多，请联系客服处理。");
    static final Problem BUSY =
            new Problem(503, "papers.busy", "Too many papers are being looked at; try again soon.", "正在处理的材料较多，请稍后重试。");
    static final Problem BROKEN_OFF = new Problem(
            400,
            "papers.broken-off",
            "The upload broke off and nothing of it is kept; send the file again.",
            "上传中断，未保留任何内容，请重新上传。");
    static final Problem NOT_SHOWN = new Problem(
            422,
            "papers.not-shown",
            "The page cannot be shown; ask the applicant for another scan.",
            "该页无法显示，请让申请人重新提供扫描件。");

    private PaperProblems() {}

    /// A file of more than its bound is told by the status for it; whatever else is wrong with it, all at
    /// once.
    static RuntimeException refused(PaperPlace place, Set<PaperFault> faults) {
        if (faults.equals(Set.of(PaperFault.TOO_LARGE))) {
            return new ProblemException(tooLarge());
        }
        return new InvalidInputException(faults.stream()
                .sorted()
                .map(fault -> new Violation(
                        "papers." + place.kind().code(), fault.code(), fault.english(), Optional.of(fault.chinese())))
                .toList());
    }

    static Problem tooLarge() {
        var fault = PaperFault.TOO_LARGE;
        return new Problem(413, fault.code(), fault.english(), fault.chinese());
    }
}
