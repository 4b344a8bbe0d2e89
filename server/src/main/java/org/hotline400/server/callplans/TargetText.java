package org.hotline400.server.callplans;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a forward target as people write it, and knows what they get wrong.
final class TargetText {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern FIXED = Pattern.compile("0(10|2[0-9])[2-9][0-9]{7}|0[3-9][0-9]{2}[2-9][0-9]{6,7}");
    private static final Pattern SIP = Pattern.compile(
            "sip:[A-Za-z0-9_.!~*'()%+-]{1,64}@([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:[0-9]{1,5})?");

    private static final Pattern TYPED = Pattern.compile("ext:\\$\\{([^}]*)}");

    private TargetText() {}

    /// `ext:${extension}`: the extension that a variable holds.
    static Optional<VariableName> typedExtension(String text) {
        var match = TYPED.matcher(text.strip());
        return match.matches() && VariableName.isValid(match.group(1))
                ? Optional.of(new VariableName(match.group(1)))
                : Optional.empty();
    }

    /// What a text turned out to be.
    sealed interface Reading {
        record Good(Target target) implements Reading {}

        /// @param code `plan.target-…`
        record Bad(String code, String message) implements Reading {}
    }

    static Reading read(String text, PlanBounds bounds) {
        var trimmed = text.strip();
        if (trimmed.startsWith("sip:") || trimmed.startsWith("sips:")) {
            return sip(trimmed, bounds);
        }
        if (trimmed.startsWith(Target.Extension.PREFIX)) {
            return extension(trimmed.substring(Target.Extension.PREFIX.length()).strip());
        }
        var digits = trimmed.replaceAll("[\\s()-]", "").replaceFirst("^(\\+86|0086)", "");
        var whole = FIXED.matcher("0" + digits).matches() && !trimmed.equals(digits) ? "0" + digits : digits;
        if (MOBILE.matcher(whole).matches() || FIXED.matcher(whole).matches()) {
            return new Reading.Good(new Target.Line(whole));
        }
        return wrong(text, digits);
    }

    private static Reading extension(String number) {
        try {
            return new Reading.Good(new Target.Extension(number));
        } catch (IllegalArgumentException e) {
            return new Reading.Bad("plan.target-malformed", String.valueOf(e.getMessage()));
        }
    }

    private static Reading sip(String text, PlanBounds bounds) {
        if (!SIP.matcher(text).matches()) {
            return new Reading.Bad(
                    "plan.target-malformed",
                    "a SIP target has the form sip:name@host or sip:name@host:port; was \"" + text + "\"");
        }
        if (!bounds.sipTargets()) {
            return new Reading.Bad(
                    "plan.target-not-allowed",
                    "SIP addresses are opened by the operator; use a mobile or a fixed line with its area code");
        }
        return new Reading.Good(new Target.SipAddress(text));
    }

    private static Reading wrong(String text, String digits) {
        if (digits.matches("400[0-9]*")) {
            return bad("plan.target-is-400", text, "a 400 number cannot be forwarded to: name the line behind it");
        }
        if (digits.matches("(00|\\+)[0-9]*")) {
            return bad("plan.target-abroad", text, "only numbers of the mainland can be forwarded to");
        }
        if (digits.matches("01[3-9][0-9]{9}")) {
            return bad("plan.target-zero-too-many", text, "a mobile has no 0 before it: " + digits.substring(1));
        }
        if (FIXED.matcher("0" + digits).matches()) {
            return bad("plan.target-zero-missing", text, "the area code wants its 0: 0" + digits);
        }
        if (digits.matches("[2-9][0-9]{6,7}")) {
            return bad(
                    "plan.target-area-code-missing",
                    text,
                    "a fixed line wants its area code, such as 010" + digits + " in Beijing");
        }
        return bad(
                "plan.target-malformed",
                text,
                "a target is a mobile of eleven digits (13800138000), a fixed line with its area code"
                        + " (01066668888) or a phone of yours (ext:8001)");
    }

    private static Reading bad(String code, String text, String fix) {
        return new Reading.Bad(code, "\"" + text + "\" cannot be called: " + fix);
    }
}
