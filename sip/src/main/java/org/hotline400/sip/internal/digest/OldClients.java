package org.hotline400.sip.internal.digest;

import java.util.regex.Pattern;
import org.hotline400.sip.SipRequest;

/// Clients that give up on a challenge whose algorithm they do not know, in place of passing over it as RFC 8760 §2.4
/// asks. They are offered MD5 alone. That is no weaker than offering both: whoever could lie about the client could as
/// well strike the stronger of two challenges out.
public final class OldClients {
    /// libre before 2.0, which every baresip before 2 may be built on (Debian 12 has 1.0.0).
    private static final Pattern KNOW_ONLY_MD5 = Pattern.compile("(?i)baresip v[01]\\..*");

    private OldClients() {}

    public static boolean knowOnlyMd5(SipRequest request) {
        return request.header("User-Agent")
                .filter(agent -> KNOW_ONLY_MD5.matcher(agent).matches())
                .isPresent();
    }
}
