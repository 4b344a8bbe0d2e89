package org.hotline400.server.telephony;

import org.hotline400.server.calls.AreaCodes;
import org.springframework.stereotype.Component;

/// The area codes of the trunks, for callers who are signalled without one.
@Component
class TrunkAreaCodes implements AreaCodes {
    private final TrunkDirectory trunks;

    TrunkAreaCodes(TrunkDirectory trunks) {
        this.trunks = trunks;
    }

    @Override
    public String of(String trunk) {
        return trunks.all().stream()
                .filter(one -> one.name().equals(trunk))
                .map(Trunk::areaCode)
                .findFirst()
                .orElse("");
    }
}
