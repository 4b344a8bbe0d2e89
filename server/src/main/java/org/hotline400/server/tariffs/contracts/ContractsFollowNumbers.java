package org.hotline400.server.tariffs.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberActivated;
import org.hotline400.server.numbers.NumberCancelled;
import org.hotline400.server.numbers.NumberFact;
import org.hotline400.server.numbers.NumberFreed;
import org.hotline400.server.numbers.NumberHeld;
import org.hotline400.server.numbers.NumberQuarantined;
import org.hotline400.server.numbers.NumberReleased;
import org.hotline400.server.numbers.NumberReplaced;
import org.hotline400.server.numbers.NumberReserved;
import org.hotline400.server.numbers.NumberResumed;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.NumberSuspended;
import org.hotline400.server.numbers.NumberTransferred;
import org.hotline400.server.tariffs.contracts.Contract.Span;
import org.hotline400.server.tariffs.contracts.ContractChanged.Kind;
import org.hotline400.server.tariffs.contracts.ContractRows.Note;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What happens to numbers happens to their contracts, in the same transaction.
@Component
class ContractsFollowNumbers {
    private static final String PLATFORM = "platform";

    private final Contracts contracts;
    private final ContractDesk desk;
    private final ContractRows rows;
    private final Clock clock;

    ContractsFollowNumbers(Contracts contracts, ContractDesk desk, ContractRows rows, Clock clock) {
        this.contracts = contracts;
        this.desk = desk;
        this.rows = rows;
        this.clock = clock;
    }

    @EventListener
    void follow(NumberFact fact) {
        switch (fact) {
            case NumberReplaced(var number, var _, var successor, var _) ->
                running(number).ifPresent(contract -> replace(contract, successor));
            case NumberTransferred(var number, var _, var to) ->
                running(number).ifPresent(contract -> transfer(contract, number, to));
            case NumberCancelled(var number, var _, var _) -> running(number).ifPresent(this::leave);
            case NumberQuarantined(var number, var _, var _) -> running(number).ifPresent(this::leave);
            case NumberResumed resumed -> resume(resumed);
            case NumberHeld _,
                    NumberReserved _,
                    NumberReleased _,
                    NumberActivated _,
                    NumberSuspended _,
                    NumberFreed _ -> {}
        }
    }

    private Optional<Contract> running(HotlineNumber number) {
        return rows.running(number, desk.today()).filter(rows::lock).flatMap(contracts::find);
    }

    private Note note(String reason) {
        return new Note(reason, PLATFORM, clock.instant());
    }

    /// The contract goes on for the other number, unless that has one already: then one of the two is left.
    private void replace(Contract contract, HotlineNumber successor) {
        if (running(successor).isPresent()) {
            leave(contract);
            return;
        }
        var spans = onwards(contract).stream()
                .map(span -> span.withNumber(successor))
                .toList();
        var note = note("the number was replaced");
        desk.agree(contract, new Agreement(spans.getFirst().from(), successor, spans, Money.ZERO), note, Kind.CHANGED);
        // An end that was agreed stays agreed.
        contract.ends()
                .map(end -> new Agreement(end, successor, List.of(), contract.exit()))
                .ifPresent(end -> desk.agree(contract, end, note, Kind.ENDED));
    }

    /// Whoever gives up a number leaves its contract: today is the last day.
    private void leave(Contract contract) {
        var ends = later(contract.starts(), desk.today()).plusDays(1);
        var due = EarlyExits.due(contract, ends);
        desk.agree(contract, Agreement.ended(contract, ends, due), note("the number was given up"), Kind.ENDED);
    }

    /// The new owner has the number on the terms of the one before, for today already; nobody pays for leaving.
    private void transfer(Contract contract, HotlineNumber number, TenantId to) {
        var day = later(contract.starts(), desk.today());
        var spans = onwards(contract).stream()
                .map(span -> span.boundBy(span.binding().from(day)))
                .toList();
        desk.agree(
                contract, Agreement.ended(contract, day, Money.ZERO), note("the number was transferred"), Kind.ENDED);
        contracts.begin(
                to,
                new Agreement(day, number, spans, Money.ZERO),
                later(day, contract.paidUntil()),
                note("the number came from another owner"));
    }

    /// A number that is taken back goes on as it was left; leaving costs nothing then.
    private void resume(NumberResumed resumed) {
        var number = resumed.number();
        var last = rows.of(List.of(number)).stream()
                .filter(one -> one.tenant().equals(resumed.tenant()))
                .reduce((_, later) -> later);
        // The contract of a number that was given up today still runs, and ends tomorrow.
        boolean wasGivenUp = resumed.from() == NumberStatus.CANCELLED;
        if (last.isEmpty()
                || running(number)
                        .filter(one -> !wasGivenUp || one.ends().isEmpty())
                        .isPresent()) {
            return;
        }
        var contract = last.get();
        var ended =
                contract.ends().filter(_ -> contract.spans().getLast().number().equals(number));
        if (ended.isPresent()) {
            takeBack(contract, ended.get());
        } else {
            // The contract went on to the successor: this one is a second number, from month to month.
            var spans = Agreement.spans(
                    desk.today(),
                    number,
                    contract.on(desk.today()).orElse(contract.spans().getLast()).tariff(),
                    0);
            begin(resumed.tenant(), spans, desk.today());
        }
    }

    /// The same contract goes on, with a gap: what it gave before still counts when it is left later.
    private void takeBack(Contract contract, LocalDate ended) {
        var day = later(ended, desk.today());
        var left = contract.spans().getLast();
        var goesOn = new Agreement(day, left.number(), takenBack(left, day), Money.ZERO);
        desk.agree(contract, goesOn, note("the number was taken back"), Kind.CHANGED);
    }

    /// The rest of the term, if it still runs, and from month to month behind it.
    private static List<Span> takenBack(Span left, LocalDate day) {
        var binding = left.binding();
        if (!binding.runsOn(day)) {
            return Agreement.spans(day, left.number(), left.tariff(), 0);
        }
        var end = binding.until();
        var rest = new Span(
                day, Optional.of(end), left.number(), left.tariff(), left.rentPerMonth(), left.termMonths(), binding);
        return Stream.concat(Stream.of(rest), Agreement.spans(end, left.number(), left.tariff(), 0).stream())
                .map(span -> span.boundBy(binding))
                .toList();
    }

    private void begin(TenantId tenant, List<Span> spans, LocalDate paidUntil) {
        var first = spans.getFirst();
        contracts.begin(
                tenant,
                new Agreement(first.from(), first.number(), spans, Money.ZERO),
                paidUntil,
                note("the number was taken back"));
    }

    /// What holds from today on, or from its beginning.
    private List<Span> onwards(Contract contract) {
        var day = later(contract.starts(), desk.today());
        return contract.spans().stream()
                .filter(span -> span.until().map(day::isBefore).orElse(true))
                .map(span -> span.since(day))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
