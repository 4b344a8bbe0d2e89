package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.MistakeException;

/// How we register with a trunk's carrier, as a customer's PBX does (RFC 3261 §10.2).
///
/// @param user whom we register: the user part of the address-of-record and of our Contact
/// @param registrar where; empty: where calls go to
/// @param expires what we ask for; the carrier may grant less
/// @param fromAccount whether calls out carry the account in From, for carriers that know a customer by it; the true
///     caller stands in P-Asserted-Identity all the same
public record TrunkRegistration(String user, Optional<HostPort> registrar, Duration expires, boolean fromAccount) {
    public static final Duration USUAL = Duration.ofMinutes(10);

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.!~*'()&=+$,;?/%-]{1,64}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public TrunkRegistration {
        if (!USER.matcher(user).matches()) {
            throw new MistakeException(
                    "the user to register is the part before the @ in the carrier's papers, 1 to 64 characters; was \""
                            + user + "\"",
                    "注册用户是运营商资料中 @ 之前的部分，1 至 64 个字符；收到的是“" + user + "”。");
        }
        if (expires.compareTo(SHORTEST) < 0 || expires.compareTo(LONGEST) > 0) {
            throw new MistakeException(
                    "a registration is asked for 60 to 86400 seconds, was " + expires.toSeconds()
                            + "; leave it out for " + USUAL.toSeconds(),
                    "注册时长为 60 至 86400 秒，收到的是 " + expires.toSeconds() + "；不填则为 " + USUAL.toSeconds() + "。");
        }
    }
}
