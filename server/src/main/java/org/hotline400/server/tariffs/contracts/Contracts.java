package org.hotline400.server.tariffs.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.contracts.ContractRows.Note;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// The contracts. Every method runs in the caller's transaction and sees what that may see.
@Service
public class Contracts {
    private final ContractRows rows;
    private final Tariffs tariffs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contracts(ContractRows rows, Tariffs tariffs, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.tariffs = tariffs;
        this.events = events;
        this.clock = clock;
    }

    /// What is agreed when a number comes into service.
    ///
    /// @param id of the contract: the same again changes nothing
    /// @param termMonths one of the package's terms; 0: from month to month
    public record Order(
            ContractId id,
            TenantId tenant,
            HotlineNumber number,
            String tariff,
            int version,
            int termMonths,
            LocalDate starts,
            LocalDate paidUntil) {}

    /// Signs a contract; one that was signed before stays as it is.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when another one runs for this number
    public Contract sign(Order order) {
        var first = new Agreement(
                order.starts(),
                order.number(),
                Agreement.spans(order.starts(), order.number(), edition(order), order.termMonths()),
                Money.ZERO);
        add(
                order.id(),
                order.tenant(),
                first,
                order.paidUntil(),
                new Note("came into service", "platform", clock.instant()));
        return rows.find(order.id()).orElseThrow();
    }

    private void add(ContractId id, TenantId tenant, Agreement first, LocalDate paidUntil, Note note) {
        if (rows.add(id, tenant, first, paidUntil, note)) {
            events.publishEvent(new ContractChanged(id, tenant, ContractChanged.Kind.SIGNED, note.at()));
        }
    }

    /// One that goes on where another one ended.
    void begin(TenantId tenant, Agreement first, LocalDate paidUntil, Note note) {
        add(ContractId.next(), tenant, first, paidUntil, note);
    }

    private Tariff edition(Order order) {
        return tariffs.find(order.tariff(), order.version())
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no package " + order.tariff() + " " + order.version()));
    }

    public Optional<Contract> find(ContractId id) {
        return rows.find(id);
    }

    /// The contract of a number on a day.
    public Optional<Contract> find(HotlineNumber number, LocalDate day) {
        return rows.of(List.of(number)).stream()
                .filter(one ->
                        one.on(day).filter(span -> span.number().equals(number)).isPresent())
                .findFirst();
    }

    /// All that these numbers ever had, the oldest first.
    public List<Contract> of(Collection<HotlineNumber> numbers) {
        return rows.of(numbers);
    }

    /// All of a tenant, the oldest first.
    public List<Contract> of(TenantId tenant) {
        return rows.of(tenant);
    }

    /// All that held on some day of `[from, until)`, in the order of their ids.
    ///
    /// @param after start behind this one
    public List<Contract> holding(LocalDate from, LocalDate until, Optional<ContractId> after, int most) {
        return rows.holding(from, until, after, most);
    }

    /// In the order of their ids.
    ///
    /// @param tenant only this one's; empty: all that the transaction sees
    /// @param after start behind this one
    public Page<Contract> list(Optional<TenantId> tenant, Optional<ContractId> after, int limit) {
        return Page.of(
                rows.list(tenant, after, limit + 1), limit, one -> one.id().toString());
    }
}
