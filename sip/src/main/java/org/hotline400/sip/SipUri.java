package org.hotline400.sip;

import java.util.Map;
import java.util.Optional;

/// A SIP URI (RFC 3261 §19.1).
///
/// @param scheme `sip` or `sips`
/// @param user unescaped; empty when absent
/// @param host name or address literal (IPv6 in brackets)
/// @param port -1 when absent
/// @param parameters lower-case names; an absent value is the empty string
public record SipUri(String scheme, Optional<String> user, String host, int port, Map<String, String> parameters) {}
