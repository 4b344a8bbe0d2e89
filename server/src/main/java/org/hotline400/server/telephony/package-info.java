/// Phones and trunks: the `Phone` port on real SIP (`org.hotline400.sip`) and RTP (`org.hotline400.media`).
///
/// **Owns.** Schema `telephony` (trunks, desk phones and where they are), the SIP stack with its registrar, and the
/// media engine. Nothing below knows that they exist. **Publishes.** `Switchboard` (start, drain, stop, statistics,
/// bans), `Trunks`, `Phones`, `Registrations`; beans for the ports of `calls` and `callplans`.
///
/// **Invariants.** The SIP loop and the media threads only drop signals into a call's mailbox; the call's own thread
/// does the rest. Whatever way a call ends, its legs, ports and recording end with it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "identity",
            "prompts",
            "recordings",
            "vault",
            "numbers",
            "callplans",
            "calls"
        })
package org.hotline400.server.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
