package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.contracts.Contract.Binding;
import org.hotline400.server.tariffs.contracts.Contract.Span;

/// A revision of a contract: what takes the place of all that was agreed before for days from `from` on.
///
/// @param number that the contract is for at the last
/// @param spans that hold from then on, the last of them for good; none: the contract ends
/// @param exit what ending it costs
record Agreement(LocalDate from, HotlineNumber number, List<Span> spans, Money exit) {

    Agreement {
        spans = List.copyOf(spans);
    }

    /// A package for its term, which binds, and from month to month at the list's rent behind it.
    static List<Span> spans(LocalDate from, HotlineNumber number, Tariff tariff, int termMonths) {
        var listed = new Span(from, Optional.empty(), number, tariff, tariff.rentPerMonth(), 0);
        if (termMonths == 0) {
            return List.of(listed);
        }
        var term = Binding.of(from, termMonths);
        var end = term.until();
        return List.of(
                new Span(from, Optional.of(end), number, tariff, tariff.rent(termMonths), termMonths, term),
                new Span(end, Optional.empty(), number, tariff, tariff.rentPerMonth(), 0, term));
    }

    static Agreement ended(Contract contract, LocalDate from, Money exit) {
        return new Agreement(from, contract.spans().getLast().number(), List.of(), exit);
    }

    /// What holds once this is agreed too. A contract that ends on its first day keeps its span, for no day.
    List<Span> after(List<Span> before) {
        var all = new ArrayList<Span>();
        before.stream()
                .filter(span -> span.from().isBefore(from))
                .map(span -> span.before(from))
                .forEach(all::add);
        if (all.isEmpty() && spans.isEmpty()) {
            all.add(before.getFirst().before(from));
        }
        all.addAll(spans);
        return all;
    }
}
