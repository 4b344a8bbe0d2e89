package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.sip.SipLimits;
import org.hotline400.sip.SipSessions;
import org.hotline400.sip.Standing;
import org.junit.jupiter.api.Test;

/// Requests of strangers are counted while they are under way, and not a moment longer.
class StrangersTest {
    private final DialogLab lab =
            new DialogLab(SipSessions.usual(), SipLimits.USUAL.withMaxTransactions(500, 3), Standing.STRANGER);

    @Test
    void aRequestThatCameTwiceOverDifferentWaysIsOne() {
        lab.invite(1, "z9hG4bKfirst", true);
        assertThat(lab.sent()).isEqualTo("100 INVITE");
        for (int way = 0; way < 5; way++) {
            lab.invite(1, "z9hG4bKway" + way, true);
            assertThat(lab.sent()).isEqualTo("482 INVITE");
        }
        lab.invite(2, "z9hG4bKsecond", true);
        assertThat(lab.sent()).isEqualTo("100 INVITE");
    }

    @Test
    void moreThanTheMostAreAskedToComeBackLater() {
        for (int request = 1; request <= 3; request++) {
            lab.invite(request, "z9hG4bKrequest" + request, true);
            assertThat(lab.sent()).isEqualTo("100 INVITE");
        }
        lab.invite(4, "z9hG4bKrequest4", true);
        assertThat(lab.sent()).isEqualTo("503 INVITE");
    }
}
