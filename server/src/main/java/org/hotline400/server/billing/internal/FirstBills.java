package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.month.MonthReckoner;
import org.hotline400.server.billing.month.StartFacts;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.payments.Payment;
import org.hotline400.server.enrolment.payments.PaymentDesk;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractChanged;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Takes what was paid with an application into the books when its contract is signed, and bills it: the set-up fee
/// and rents in advance. A contract has the id of its application.
///
/// After the signing and not within it: a number goes into service whether its first bill succeeds or not, and the bill
/// is tried again until it does. That the money is spent in the transaction in which it comes is why nobody is told
/// that there is more on the account.
@Component
public class FirstBills {
    private final Transactions transactions;
    private final Contracts contracts;
    private final PaymentDesk payments;
    private final CustomerAccounts accounts;
    private final Ledger ledger;
    private final MonthReckoner reckoner;
    private final BillIssuer issuer;
    private final BillRows bills;
    private final Clock clock;

    FirstBills(
            Transactions transactions,
            Contracts contracts,
            PaymentDesk payments,
            CustomerAccounts accounts,
            Ledger ledger,
            MonthReckoner reckoner,
            BillIssuer issuer,
            BillRows bills,
            Clock clock) {
        this.transactions = transactions;
        this.contracts = contracts;
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.reckoner = reckoner;
        this.issuer = issuer;
        this.bills = bills;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ContractChanged changed) {
        if (changed.kind() == ContractChanged.Kind.SIGNED) {
            bill(changed.contract());
        }
    }

    /// Once; a contract that was not paid for by an application has no first bill.
    public void bill(ContractId id) {
        transactions.asOperator(() -> {
            var contract = contracts.find(id);
            var payment = payments.of(new ApplicationId(id.value()));
            if (contract.isPresent() && payment.isPresent() && !bills.hasStart(id)) {
                bill(contract.get(), payment.get());
            }
        });
    }

    private void bill(Contract contract, Payment payment) {
        var kept = payment.kept().compareTo(payment.total()) < 0 ? payment.kept() : payment.total();
        if (kept.compareTo(Money.ZERO) > 0) {
            ledger.post(new Transfer(
                    "application/" + payment.id(),
                    new Transfer.Party.Platform(PlatformAccount.BANK),
                    new Transfer.Party.Customer(accounts.funds(contract.tenant())),
                    kept.microYuan(),
                    TransferKind.TOP_UP,
                    payment.reference(),
                    clock.instant()));
        }
        issuer.issueStart(order(contract, payment));
    }

    private BillIssuer.Order order(Contract contract, Payment payment) {
        var starts = contract.starts();
        var rent = payment.quote().rent();
        var span = contract.spans().getFirst();
        var facts = new StartFacts(
                starts,
                span.number(),
                payment.quote().setUp().fee(),
                span.tariff().chinese(),
                span.tariff().english(),
                rent.months(),
                rent.amount());
        return new BillIssuer.Order(
                BillId.next(),
                new NewBill.Subject(contract.tenant(), contract.id(), span.number(), firstOf(starts)),
                reckoner.start(facts),
                rent.amount().negated());
    }

    private static LocalDate firstOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }
}
