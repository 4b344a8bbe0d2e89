package org.hotline400.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHeader;

/// A call that a simulated phone is to place.
///
/// @param to the number to dial (user part of the Request-URI)
/// @param from the calling number; the empty string withholds it (anonymous)
/// @param talk what the caller says once there is audio, with which codecs; its keys are pressed on the answer
/// @param headers further header fields, such as P-Asserted-Identity
/// @param account credentials for a challenge; empty: none
public record Order(String to, String from, Talk talk, List<SipHeader> headers, Optional<SipAccount> account) {

    public Order {
        headers = List.copyOf(headers);
    }

    public static Order to(String number) {
        return new Order(number, "13812345678", Talk.saying(new Voice.Silence()), List.of(), Optional.empty());
    }

    public Order from(String number) {
        return new Order(to, number, talk, headers, account);
    }

    public Order saying(Voice voice) {
        return new Order(to, from, talk.withVoice(voice), headers, account);
    }

    public Order talking(Talk other) {
        return new Order(to, from, other, headers, account);
    }

    public Order with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new SipHeader(name, value));
        return new Order(to, from, talk, more, account);
    }

    public Order as(SipAccount credentials) {
        return new Order(to, from, talk, headers, Optional.of(credentials));
    }
}
