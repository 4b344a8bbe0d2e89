package org.hotline400.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;

/// What a contract costs for a month. Amounts of lines and totals are whole fen, with tax.
///
/// @param number `HL-202611-000123`; empty as long as it is a draft
/// @param month its first day
/// @param lines in the order of their kinds
/// @param taxes by rate
/// @param paid of the total, so far
/// @param issued when, with the hash of its content; empty as long as it is a draft
/// @param due the last day on which it is paid in time; empty as long as it is a draft
public record Bill(
        BillId id,
        TenantId tenant,
        ContractId contract,
        HotlineNumber hotline,
        Optional<String> number,
        LocalDate month,
        List<Line> lines,
        List<TaxGroup> taxes,
        Money paid,
        Optional<Issue> issued,
        Optional<LocalDate> due) {
    public Bill {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    public Money open() {
        return total().minus(paid);
    }

    public State state() {
        if (issued.isEmpty()) {
            return State.DRAFT;
        }
        return open().compareTo(Money.ZERO) > 0 ? State.ISSUED : State.PAID;
    }

    /// Where a bill stands.
    public enum State {
        DRAFT,
        ISSUED,
        PAID;

        /// The text code: `draft`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What one thing costs.
    ///
    /// @param kind the charge type's text code: `rent`, `calls-forward-mobile`, `option`, `minimum`
    /// @param amount whole fen, may be negative
    /// @param taxPercent the rate that holds for its kind
    /// @param chinese why, in one sentence
    /// @param english why, in one sentence
    public record Line(String kind, Money amount, int taxPercent, String chinese, String english) {}

    /// @param gross the sum of its lines
    /// @param tax contained in it, to the fen, computed once
    public record TaxGroup(int percent, Money gross, Money tax) {

        /// What those of these that have this rate come to together.
        public static TaxGroup sum(Collection<TaxGroup> groups, int percent) {
            return groups.stream()
                    .filter(group -> group.percent() == percent)
                    .reduce(
                            new TaxGroup(percent, Money.ZERO, Money.ZERO),
                            (one, other) -> new TaxGroup(
                                    percent,
                                    one.gross().plus(other.gross()),
                                    one.tax().plus(other.tax())));
        }
    }

    /// @param hash SHA-256 of what was issued, hexadecimal
    public record Issue(Instant at, String hash) {}
}
