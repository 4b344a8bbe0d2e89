package org.hotline400.server.billing.payments;

import java.util.Arrays;
import java.util.Locale;
import org.hotline400.server.ledger.PlatformAccount;

/// A way by which money comes.
public enum PayWay {
    /// Finance staff read the bank's statement.
    BANK_TRANSFER(PlatformAccount.BANK),
    ALIPAY(PlatformAccount.ALIPAY),
    WECHAT_PAY(PlatformAccount.WECHAT_PAY);

    private final PlatformAccount account;

    PayWay(PlatformAccount account) {
        this.account = account;
    }

    /// Where the operator has what came this way.
    public PlatformAccount account() {
        return account;
    }

    /// Whether a provider tells by itself what came.
    public boolean isOnline() {
        return this != BANK_TRANSFER;
    }

    /// The text code: `bank-transfer`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException when no way has this code
    public static PayWay of(String code) {
        return Arrays.stream(values())
                .filter(way -> way.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a way is one of "
                        + Arrays.stream(values()).map(PayWay::code).toList() + "; was \"" + code + "\""));
    }
}
