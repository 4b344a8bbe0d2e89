package org.hotline400.server.billing.advisor;

import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Tariff;

/// A package with a term.
///
/// @param rent a month, after the discount of the term; whole fen
public record Offer(Tariff tariff, int termMonths, Money rent) {}
