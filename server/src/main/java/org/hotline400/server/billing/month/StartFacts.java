package org.hotline400.server.billing.month;

import java.time.LocalDate;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;

/// What the first bill of a contract follows from: what was paid with the application.
///
/// @param day on which the number came into service
/// @param setUp fee of the number, whole fen
/// @param chinese name of the package
/// @param english name of the package
/// @param months that are paid in advance
/// @param rent for all of them, whole fen
public record StartFacts(
        LocalDate day, HotlineNumber number, Money setUp, String chinese, String english, int months, Money rent) {}
