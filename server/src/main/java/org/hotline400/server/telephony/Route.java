package org.hotline400.server.telephony;

import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;

/// One way to reach a target.
///
/// @param trunk its name for the record; `direct` for a SIP phone that needs no trunk
/// @param target the Request-URI
/// @param hop where to send it; empty: where the URI says
record Route(String trunk, SipUri target, Optional<SipHop> hop, Optional<SipAccount> account) {}
