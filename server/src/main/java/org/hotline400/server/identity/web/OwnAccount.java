package org.hotline400.server.identity.web;

import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// The account of whoever calls.
final class OwnAccount {
    private static final Problem NONE = Problem.conflict(
            "users.no-account",
            "This is for people who sign in; this key belongs to a program.",
            "此操作仅限可登录的用户，当前密钥属于程序。");

    private OwnAccount() {}

    static Account of(Accounts accounts, Caller caller) {
        return accounts.find(caller.tenant(), caller.principal()).orElseThrow(() -> new ProblemException(NONE));
    }
}
