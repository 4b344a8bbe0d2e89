package org.hotline400.server.ledger;

import java.util.Locale;

/// The operator's own accounts: one of each, made by the migration, appended to and added up when read.
public enum PlatformAccount {
    /// Money at the bank: what comes in is debited here.
    BANK(Unit.MICRO_YUAN),
    ALIPAY(Unit.MICRO_YUAN),
    WECHAT_PAY(Unit.MICRO_YUAN),
    /// What was earned, with tax until a bill is issued.
    REVENUE(Unit.MICRO_YUAN),
    /// Value-added tax owed to the state.
    VAT(Unit.MICRO_YUAN),
    /// Rents that were paid in advance and not used yet.
    PREPAID_RENT(Unit.MICRO_YUAN),
    /// What whole fen on bills differ from micro-yuan.
    ROUNDING(Unit.MICRO_YUAN),
    /// Calls that were made and nobody pays: made while the database was away.
    UNSECURED(Unit.MICRO_YUAN),
    /// Where seconds of bundles come from.
    MINUTES_GRANTED(Unit.SECOND),
    MINUTES_USED(Unit.SECOND),
    MINUTES_EXPIRED(Unit.SECOND);

    private final Unit unit;

    PlatformAccount(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /// The text code: `wechat-pay`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
