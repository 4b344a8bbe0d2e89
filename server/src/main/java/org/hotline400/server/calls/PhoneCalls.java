package org.hotline400.server.calls;

/// The way in for calls: `telephony` hands each new call here, on the call's own virtual thread.
public interface PhoneCalls {

    /// Leads this call through its whole life: admission, plan, hang-up, record. Returns when it is over; never
    /// throws.
    void take(Phone phone);

    /// A call that never got a phone: refused before anything else (untrusted source, malformed). Leaves a record,
    /// rate-limited per source.
    void refused(RefusedCall call);
}
