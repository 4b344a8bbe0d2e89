/// Bills, and the money that comes for them.
///
/// **Owns.** Schema `billing`: bills with their lines, credit notes, dunning, payments, requests for invoices
/// (发票). Parts: [org.hotline400.server.billing.month] (what a month comes to, pure),
/// [org.hotline400.server.billing.paper] (PDF and CSV), [org.hotline400.server.billing.payments],
/// [org.hotline400.server.billing.advisor], [org.hotline400.server.billing.invoices]. **Publishes.** [Bills],
/// [CreditNotes], [Statements]; [BillIssued] and [BillPaid] in the transaction of what they tell.
///
/// **Invariants.** A contract has one bill a month, and one when it begins. A bill that was issued is frozen: it has a
/// number, a hash of its content, and whatever is wrong with it is mended by a credit note. Lines are whole fen, tax is
/// computed once for each group of a rate, and the difference to micro-yuan has an account of its own. Replay and
/// advisor never touch the books.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "identity",
            "identity :: audit",
            "vault",
            "outbound",
            "holidays",
            "ledger",
            "tariffs",
            "tariffs :: rating",
            "tariffs :: contracts",
            "tariffs :: entitlements",
            "numbers",
            "calls",
            "charging",
            "enrolment",
            "enrolment :: form",
            "enrolment :: payments",
            "enrolment :: sheet"
        })
package org.hotline400.server.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
