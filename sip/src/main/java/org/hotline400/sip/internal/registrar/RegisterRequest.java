package org.hotline400.sip.internal.registrar;

import java.util.List;
import java.util.OptionalLong;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.internal.wire.CSeq;

/// A REGISTER, read.
///
/// @param contacts empty for a mere question and for `*`
/// @param all whether it says `Contact: *`: remove everything
/// @param expires of its Expires header
/// @param path as Route values
/// @param direct whether no proxy stands between the phone and us
public record RegisterRequest(
        String callId,
        long cseq,
        List<AskedContact> contacts,
        boolean all,
        OptionalLong expires,
        List<String> path,
        boolean direct,
        String userAgent) {

    private static final int MOST_PATH = 10;
    private static final int LONGEST_NAME = 128;

    /// @throws IllegalArgumentException saying what is wrong, for a 400
    public static RegisterRequest parse(SipRequest request) {
        List<String> values = request.headers("Contact");
        boolean all = values.stream().anyMatch(value -> value.strip().equals("*"));
        OptionalLong expires = AskedContact.seconds(request.header("Expires").orElse(""));
        if (all && (values.size() != 1 || expires.isEmpty() || expires.getAsLong() != 0)) {
            throw new IllegalArgumentException("Contact: * stands alone, with Expires: 0");
        }
        List<String> path = request.headers("Path");
        if (path.size() > MOST_PATH) {
            throw new IllegalArgumentException("a Path has at most " + MOST_PATH + " hops");
        }
        path.forEach(NameAddress::parse);
        String agent = request.header("User-Agent").orElse("");
        return new RegisterRequest(
                request.callId(),
                CSeq.parse(request.header("CSeq").orElse("")).number(),
                all ? List.of() : values.stream().map(AskedContact::parse).toList(),
                all,
                expires,
                path,
                path.isEmpty() && request.headers("Via").size() == 1,
                agent.substring(0, Math.min(agent.length(), LONGEST_NAME)));
    }
}
