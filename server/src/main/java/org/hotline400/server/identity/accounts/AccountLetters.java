package org.hotline400.server.identity.accounts;

import org.hotline400.server.identity.AccountMail;
import org.hotline400.server.identity.AccountSettings;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.internal.Secret;
import org.hotline400.server.identity.internal.TokenBuckets;
import org.hotline400.server.kernel.HotlineSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What mails about accounts say. Each is sent in the transaction of what it tells.
///
/// One address gets five of them, and one more every ten minutes (a node), so that nobody fills a
/// stranger's mailbox.
@Component
class AccountLetters {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLetters.class);
    private static final double MAILS_A_SECOND = 1 / 600.0;
    private static final int MAILS_AT_ONCE = 5;

    private final ObjectProvider<AccountMail> mail;
    private final String console;
    private final TokenBuckets<SignInName> bound = new TokenBuckets<>(MAILS_A_SECOND, MAILS_AT_ONCE, System::nanoTime);

    AccountLetters(ObjectProvider<AccountMail> mail, HotlineSettings settings, AccountSettings accounts) {
        this.mail = mail;
        this.console = accounts.consoleUrl().isBlank() ? "http://" + settings.http() : accounts.consoleUrl();
    }

    void signUp(SignInName to, String company, Secret secret) {
        send(to, "确认注册 Hotline400 · Confirm your sign-up", """
                您好，有人（应该是您）用这个邮箱为“%1$s”注册 Hotline400。请在 24 小时内打开以下链接完成注册：
                %2$s
                或在注册页面输入验证码：%3$s
                如果不是您本人操作，请忽略此邮件，不会产生任何账号。

                Somebody, you we hope, signs up to Hotline400 for "%1$s" with this address. Open the link above within 24
                hours, or type in the code. If it was not you, ignore this mail: nothing comes of it.
                """.formatted(
                        company, link("sign-up", secret), secret.text()));
    }

    void alreadyThere(SignInName to) {
        send(to, "您已有 Hotline400 账号 · You have an account already", """
                您好，有人（可能是您）再次用这个邮箱注册 Hotline400。您已有账号，请直接登录；忘记密码可在登录页面找回：
                %1$s

                Somebody, perhaps you, signs up to Hotline400 with this address again. You have an account: sign in, or ask
                for a new password, at the address above.
                """.formatted(console));
    }

    void invitation(SignInName to, String tenant, Secret secret) {
        send(to, "邀请您加入 Hotline400 · You are invited", """
                您好，“%1$s”邀请您使用 Hotline400。请在 7 天内打开以下链接设置密码：
                %2$s
                或输入邀请码：%3$s

                "%1$s" invites you to Hotline400. Open the link above within 7 days and choose a password, or type in the code.
                """.formatted(
                        tenant, link("invitation", secret), secret.text()));
    }

    void passwordReset(SignInName to, Secret secret) {
        send(to, "重置 Hotline400 密码 · Choose a new password", """
                您好，有人（应该是您）要求重置密码。请在 1 小时内打开以下链接设置新密码：
                %1$s
                或输入验证码：%2$s
                如果不是您本人操作，请忽略此邮件，密码不会改变。

                Somebody, you we hope, wants a new password. Open the link above within an hour, or type in the code. If it was
                not you, ignore this mail: your password stays.
                """.formatted(
                        link("password-reset", secret), secret.text()));
    }

    void passwordChanged(SignInName to) {
        send(to, "Hotline400 密码已更改 · Your password was changed", """
                您好，您的密码刚刚已更改，其他设备上的登录已全部退出。如果不是您本人操作，请立即重置密码并联系客服：
                %1$s

                Your password has just been changed and all other devices were signed out. If it was not you, choose a new one
                at once and call us.
                """.formatted(console));
    }

    /// Behind the `#`, which browsers do not send, so that no proxy's log has it.
    private String link(String page, Secret secret) {
        return console + "/" + page + "#" + secret.text();
    }

    private void send(SignInName to, String subject, String text) {
        if (!to.isMail()) {
            LOG.info("no mail to {}, who has no address: {}", to, subject);
            return;
        }
        if (!bound.take(to).isZero()) {
            LOG.warn("no mail to an address that got too many: {}", subject);
            return;
        }
        var port = mail.getIfAvailable();
        if (port == null) {
            LOG.warn("nothing sends mails, so this one is lost: {}", subject);
        } else {
            port.send(to.text(), subject, text);
        }
    }
}
