package org.hotline400.server.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The operator's own accounts: one of each, made by the migration, appended to and added up when read.
public enum PlatformAccount {
    /// Money at the bank: what comes in is debited here.
    BANK(1, Unit.MICRO_YUAN),
    ALIPAY(2, Unit.MICRO_YUAN),
    WECHAT_PAY(3, Unit.MICRO_YUAN),
    /// What was earned, with tax until a bill is issued.
    REVENUE(4, Unit.MICRO_YUAN),
    /// Value-added tax owed to the state.
    VAT(5, Unit.MICRO_YUAN),
    /// Rents that were paid in advance and not used yet.
    PREPAID_RENT(6, Unit.MICRO_YUAN),
    /// What whole fen on bills differ from micro-yuan.
    ROUNDING(7, Unit.MICRO_YUAN),
    /// Calls that were made and nobody pays: made while the database was away.
    UNSECURED(8, Unit.MICRO_YUAN),
    /// Where seconds of bundles come from.
    MINUTES_GRANTED(9, Unit.SECOND),
    MINUTES_USED(10, Unit.SECOND),
    MINUTES_EXPIRED(11, Unit.SECOND);

    private static final long FIRST = 0x400_0000_0000L;

    private final UUID id;
    private final Unit unit;

    PlatformAccount(int number, Unit unit) {
        this.id = new UUID(0, FIRST + number);
        this.unit = unit;
    }

    /// As the migration made it.
    public AccountId id() {
        return new AccountId(id);
    }

    /// Empty for a customer's account.
    public static Optional<PlatformAccount> of(AccountId account) {
        return Arrays.stream(values())
                .filter(own -> own.id.equals(account.value()))
                .findFirst();
    }

    /// By its text code; empty when there is none.
    public static Optional<PlatformAccount> of(String code) {
        return Arrays.stream(values()).filter(own -> own.code().equals(code)).findFirst();
    }

    public Unit unit() {
        return unit;
    }

    /// The text code: `wechat-pay`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
