package org.hotline400.server.enrolment.web;

import java.util.Optional;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;

/// Reads by which way a request comes in, and what it is about.
final class Channels {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_REASON = 500;

    private Channels() {}

    static Intake.Channel parse(String code) {
        return switch (code) {
            case "online" -> Intake.Channel.ONLINE;
            case "paper" -> Intake.Channel.PAPER;
            default -> throw new MistakeException("is online or paper", "取值为 online（线上）或 paper（纸质）。");
        };
    }

    /// @throws ForbiddenException when the caller may not take in applications of this enterprise, or not on
    ///     paper
    static Intake intake(Caller caller, Tenants tenants, TenantId tenant, Intake.Channel channel) {
        if (caller.isOperator()) {
            return new Intake(channel, Optional.of(caller.principal()), Optional.empty());
        }
        if (channel == Intake.Channel.PAPER) {
            throw new ForbiddenException(
                    "only the operator's account managers take in applications on paper", "只有运营方的客户经理可以受理纸质申请。");
        }
        if (caller.isReseller()) {
            if (!tenants.isIntroducedBy(tenant, caller.tenant())) {
                throw new ForbiddenException(
                        "a reseller applies for enterprises that it brought in: POST /api/v1/tenants",
                        "代理商只能为自己引入的企业申请：POST /api/v1/tenants");
            }
            return new Intake(channel, Optional.of(caller.principal()), Optional.of(caller.tenant()));
        }
        if (!caller.tenant().equals(tenant)) {
            throw new ForbiddenException(
                    "only account managers and resellers apply for another enterprise", "只有客户经理和代理商可以代其他企业申请。");
        }
        return Intake.OWN;
    }

    /// What the sender calls his request.
    static String requestKey(String text) {
        var key = text.strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new MistakeException("has 1 to " + LONGEST_KEY + " characters", "应为 1 到 " + LONGEST_KEY + " 个字符。");
        }
        return key;
    }

    static String reason(String text) {
        var reason = text.replace("\0", "").strip();
        if (reason.length() > LONGEST_REASON) {
            throw new MistakeException(
                    "has at most " + LONGEST_REASON + " characters", "最多 " + LONGEST_REASON + " 个字。");
        }
        return reason;
    }

    /// @throws ProblemException when it is no id: then there is no such application
    static ApplicationId id(String text) {
        try {
            return ApplicationId.of(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ApplicationAnswers.UNKNOWN);
        }
    }

    /// The version that a change was made from: `If-Match: "7"` (RFC 9110 §13.1.1) or the body's.
    static Checks.Checked<Long> version(@Nullable String match, @Nullable Long version, Checks checks) {
        var header = checks.readIfPresent("If-Match", "malformed", match, Channels::entityTag);
        return header.isPresent() || match != null
                ? new Checks.Checked<>(header)
                : checks.read("version", "malformed", version, one -> one);
    }

    private static Long entityTag(String text) {
        try {
            return Long.valueOf(text.strip().replaceFirst("^\"(.*)\"$", "$1"));
        } catch (NumberFormatException e) {
            throw new MistakeException("is the version of an application, such as \"7\"", "应为申请的版本号，例如 \"7\"。");
        }
    }
}
