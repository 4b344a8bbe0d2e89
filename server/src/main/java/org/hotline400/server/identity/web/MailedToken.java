package org.hotline400.server.identity.web;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.Problem;

/// What is wrong with an answer to a mail.
final class MailedToken {
    static final Problem UNKNOWN = Problem.notFound(
            "mail-tokens.unknown",
            "This code is unknown, was used already, or is too old: ask for another mail.",
            "验证码无效、已使用或已过期，请重新获取邮件。");

    private MailedToken() {}

    static InvalidInputException weak(MistakeException why) {
        return new InvalidInputException(List.of(new Violation(
                "password", "weak-password", String.valueOf(why.getMessage()), Optional.of(why.chinese()))));
    }
}
