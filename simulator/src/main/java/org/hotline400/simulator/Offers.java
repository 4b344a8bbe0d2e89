package org.hotline400.simulator;

import java.util.Optional;

/// How every simulated phone takes an offer inside a call (re-INVITE): it agrees where it can.
final class Offers {
    private Offers() {}

    static void answer(Call call, Optional<String> sdp) {
        var answer = sdp.map(call.audio()::answer)
                .orElseGet(() -> Optional.of(call.audio().reoffer(offer -> offer)));
        answer.ifPresentOrElse(call.leg()::answerOffer, () -> call.leg().refuseOffer(488, "Not Acceptable Here"));
    }
}
