package org.hotline400.server.identity.web;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.internal.Secret;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

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

    /// Whose account it is that a mail let in, with the password that he chose.
    ///
    /// @param use what the token and the password do; empty when the token is nobody's
    static Account redeem(String token, String password, BiFunction<Secret, String, Optional<Account>> use) {
        try {
            return Secret.parse(token)
                    .flatMap(secret -> use.apply(secret, password))
                    .orElseThrow(() -> new ProblemException(UNKNOWN));
        } catch (MistakeException e) {
            throw weak(e);
        }
    }
}
