package org.hotline400.server.tariffs.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.contracts.Contract.Binding;
import org.hotline400.server.tariffs.contracts.Contract.Span;
import org.hotline400.server.tariffs.contracts.ContractChanged.Kind;
import org.hotline400.server.tariffs.contracts.ContractRows.Note;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Changes contracts: another package or term, an end. Every method runs in the caller's transaction and changes what
/// that may see.
///
/// A change counts from its day on, today at the earliest, and takes the place of everything that was agreed for that
/// day and later. A package that is not smaller can be had at any day; a smaller one, while bound, only from the end of
/// the term on. A new term binds from its first day; it never ends before the one that it takes the place of. What is
/// agreed from month to month binds nobody longer. Nothing is agreed for a number that is not in service.
@Service
public class ContractDesk {
    private final Contracts contracts;
    private final ContractRows rows;
    private final Tariffs tariffs;
    private final HotlineNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContractDesk(
            Contracts contracts,
            ContractRows rows,
            Tariffs tariffs,
            HotlineNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contracts = contracts;
        this.rows = rows;
        this.tariffs = tariffs;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /// What is wanted of a contract: a refusal, or what would be agreed.
    private sealed interface Wanted {
        record Agreed(Agreement agreement) implements Wanted {}

        record Not(ContractOutcome refusal) implements Wanted {}
    }

    public ContractOutcome change(PackageOrder order) {
        return carryOut(order.contract(), order.by(), Kind.CHANGED, contract -> wanted(contract, order));
    }

    /// Ends a contract: it does not hold on this day any more. By the customer, who pays for leaving early.
    ///
    /// @param ends tomorrow or later: today's calls are still made under it
    public ContractOutcome end(ContractId id, LocalDate ends, PackageOrder.By by) {
        return carryOut(id, by, Kind.ENDED, contract -> wantedEnd(contract, ends));
    }

    /// What came of asking for a quote.
    public sealed interface Quoted {
        record Offer(ContractQuote quote) implements Quoted {}

        /// It would be refused.
        record Refused(ContractOutcome outcome) implements Quoted {}
    }

    /// What a change would mean.
    public Quoted quote(PackageOrder order) {
        return quote(order.contract(), order.from(), contract -> wanted(contract, order));
    }

    /// What an end would mean.
    public Quoted quoteEnd(ContractId id, LocalDate ends) {
        return quote(id, ends, contract -> wantedEnd(contract, ends));
    }

    private Quoted quote(ContractId id, LocalDate from, Function<Contract, Wanted> wanted) {
        return contracts
                .find(id)
                .<Quoted>map(contract -> switch (wanted.apply(contract)) {
                    case Wanted.Agreed(var agreement) ->
                        new Quoted.Offer(ContractQuote.of(contract, after(contract, agreement), from));
                    case Wanted.Not(var refusal) -> new Quoted.Refused(refusal);
                })
                .orElseGet(() -> new Quoted.Refused(new ContractOutcome.Unknown()));
    }

    private static Contract after(Contract before, Agreement agreement) {
        return new Contract(
                before.id(), before.tenant(), agreement.after(before.spans()), before.paidUntil(), agreement.exit());
    }

    private ContractOutcome carryOut(ContractId id, PackageOrder.By by, Kind kind, Function<Contract, Wanted> wanted) {
        if (!rows.lock(id)) {
            return new ContractOutcome.Unknown();
        }
        var contract = contracts.find(id).orElseThrow();
        return switch (wanted.apply(contract)) {
            case Wanted.Not(var refusal) -> refusal;
            case Wanted.Agreed(var agreement) -> {
                agree(contract, agreement, new Note(by.reason(), by.author(), clock.instant()), kind);
                yield new ContractOutcome.Done(contracts.find(id).orElseThrow());
            }
        };
    }

    void agree(Contract contract, Agreement agreement, Note note, Kind kind) {
        rows.revise(contract, agreement, note);
        events.publishEvent(new ContractChanged(contract.id(), contract.tenant(), kind, note.at()));
    }

    private Wanted wanted(Contract contract, PackageOrder order) {
        var tariff = tariffs.find(order.tariff())
                .filter(one ->
                        order.termMonths() == 0 || one.term(order.termMonths()).isPresent());
        return untimely(contract, order.from(), today())
                .or(() -> withoutNumber(contract, order.from()))
                .or(() -> tariff.isEmpty() ? refused(new ContractOutcome.NotOffered()) : Optional.empty())
                .orElseGet(() -> wanted(contract, order, tariff.orElseThrow()));
    }

    private static Wanted wanted(Contract contract, PackageOrder order, Tariff tariff) {
        var span = contract.on(order.from()).orElseThrow();
        if (span.tariff().equals(tariff) && span.termMonths() == order.termMonths()) {
            return new Wanted.Not(new ContractOutcome.AsBefore(contract));
        }
        boolean isBound = span.binding().runsOn(order.from());
        boolean isSmaller = tariff.rentPerMonth().compareTo(span.tariff().rentPerMonth()) < 0;
        if (isBound && !order.by().isOperator() && (isSmaller || order.termMonths() == 0)) {
            return new Wanted.Not(new ContractOutcome.Bound(span.binding().until()));
        }
        var binding = binding(span, order);
        var spans = Agreement.spans(order.from(), span.number(), tariff, order.termMonths()).stream()
                .map(agreed -> agreed.boundBy(binding))
                .toList();
        return new Wanted.Agreed(new Agreement(order.from(), span.number(), spans, Money.ZERO));
    }

    /// What binds whoever gets this instead of what he had.
    private static Binding binding(Span before, PackageOrder order) {
        if (order.termMonths() == 0) {
            return before.binding();
        }
        var term = Binding.of(order.from(), order.termMonths());
        return before.binding().runsOn(order.from()) ? before.binding().extendedTo(term.until()) : term;
    }

    private Wanted wantedEnd(Contract contract, LocalDate ends) {
        if (contract.ends().filter(ends::equals).isPresent()) {
            return new Wanted.Not(new ContractOutcome.AsBefore(contract));
        }
        return untimely(contract, ends, today().plusDays(1))
                .orElseGet(() -> new Wanted.Agreed(Agreement.ended(contract, ends, EarlyExits.due(contract, ends))));
    }

    /// Why nothing can be agreed for this day.
    private Optional<Wanted> untimely(Contract contract, LocalDate day, LocalDate earliest) {
        if (day.isBefore(earliest)) {
            return refused(new ContractOutcome.Past(today()));
        }
        if (day.isBefore(contract.starts())) {
            return refused(new ContractOutcome.NotBegun(contract.starts()));
        }
        return contract.ends()
                .filter(ends -> !day.isBefore(ends))
                .flatMap(ends -> refused(new ContractOutcome.Ended(ends)));
    }

    /// A contract whose number is given up runs out. A change would let it go on, and be charged, for nothing.
    private Optional<Wanted> withoutNumber(Contract contract, LocalDate day) {
        var number = contract.on(day).orElseThrow().number();
        boolean isInService = numbers.findVisible(number)
                .filter(one -> one.isInServiceOf(contract.tenant()))
                .isPresent();
        return isInService ? Optional.empty() : refused(new ContractOutcome.NumberGone(number));
    }

    private static Optional<Wanted> refused(ContractOutcome outcome) {
        return Optional.of(new Wanted.Not(outcome));
    }

    /// In Asia/Shanghai.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }
}
