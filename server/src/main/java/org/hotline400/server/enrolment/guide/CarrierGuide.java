package org.hotline400.server.enrolment.guide;

import java.util.List;

/// The carriers and resellers compared, and what to look at when choosing.
///
/// @param version counts its editions
/// @param note where it comes from
/// @param criteria what to look at
public record CarrierGuide(int version, String note, List<Carrier> carriers, List<Phrase> criteria) {
    public CarrierGuide {
        carriers = List.copyOf(carriers);
        criteria = List.copyOf(criteria);
        if (carriers.isEmpty() || criteria.isEmpty()) {
            throw new IllegalArgumentException("a guide has carriers and criteria");
        }
    }

    /// The guide in the box.
    ///
    /// @throws IllegalArgumentException when it is written wrong
    public static CarrierGuide own() {
        return BoxedData.read("/enrolment/carriers.json", CarrierGuide.class);
    }
}
