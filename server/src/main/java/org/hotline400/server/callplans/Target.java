package org.hotline400.server.callplans;

import java.util.regex.Pattern;

/// Somewhere a call can be forwarded to.
public sealed interface Target {

    /// As written in a plan and in records: `13800138001` or `sip:…`.
    default String text() {
        return switch (this) {
            case Line line -> line.number();
            case SipAddress sip -> sip.uri();
        };
    }

    /// A fixed line or mobile, reached through a trunk.
    ///
    /// @param number national form: `0` + area code + number for a fixed line, eleven digits from 1 for a mobile
    record Line(String number) implements Target {
        private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
        private static final Pattern FIXED = Pattern.compile("0[1-9][0-9]{8,10}");

        public Line {
            if (!MOBILE.matcher(number).matches() && !FIXED.matcher(number).matches()) {
                throw new IllegalArgumentException(
                        "a forward number is a mobile of eleven digits (13800138000) or a fixed line with"
                                + " its area code (01066668888); was \"" + number + "\"");
            }
        }
    }

    /// A SIP phone that can be reached directly, such as `sip:reception@192.0.2.10:5060`.
    record SipAddress(String uri) implements Target {
        public SipAddress {
            if (!uri.startsWith("sip:")) {
                throw new IllegalArgumentException("a SIP target starts with sip:, was \"" + uri + "\"");
            }
        }
    }
}
