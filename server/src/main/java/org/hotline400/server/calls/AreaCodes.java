package org.hotline400.server.calls;

/// Where a trunk's lines are: completes callers who are signalled without area code. A bean of `telephony`.
public interface AreaCodes {

    /// The area code, such as `010`; empty when the trunk has none.
    String of(String trunk);
}
