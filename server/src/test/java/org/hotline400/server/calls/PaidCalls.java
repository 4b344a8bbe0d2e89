package org.hotline400.server.calls;

/// Has stories of telephony limit a call as the reception does.
public final class PaidCalls {
    private PaidCalls() {}

    /// The call was answered now, and is paid for from now on.
    public static void limit(Phone phone, CallMeter meter) {
        var paid = new PaidTime(phone.call().id(), meter);
        paid.answered(phone.now());
        phone.limitBy(paid);
    }
}
