package org.hotline400.server.callplans;

import java.util.regex.Pattern;

/// Somewhere a call can be forwarded to.
public sealed interface Target {

    /// As written in a plan and in records: `13800138001`, `ext:8001` or `sip:…`.
    default String text() {
        return switch (this) {
            case Line line -> line.number();
            case Extension extension -> Extension.PREFIX + extension.number();
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

    /// A desk phone of the enterprise itself, wherever it is registered: `ext:8001`.
    ///
    /// @param number 3 to 6 digits, none that begins like a number of the public network or an emergency call
    record Extension(String number) implements Target {
        public static final String PREFIX = "ext:";
        private static final Pattern FORM = Pattern.compile("[2-8][0-9]{2,5}");

        public Extension {
            if (!FORM.matcher(number).matches()) {
                throw new IllegalArgumentException(
                        "an extension has 3 to 6 digits, the first from 2 to 8, such as 8001; was \"" + number + "\"");
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
