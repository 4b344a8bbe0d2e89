package org.hotline400.server.billing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.internal.CreditNoteRows;
import org.hotline400.server.billing.internal.Crediting;
import org.hotline400.server.database.Transactions;
import org.springframework.stereotype.Service;

/// Corrections of issued bills, which themselves never change.
@Service
public class CreditNotes {
    private final Transactions transactions;
    private final CreditNoteRows rows;
    private final Crediting crediting;

    CreditNotes(Transactions transactions, CreditNoteRows rows, Crediting crediting) {
        this.transactions = transactions;
        this.rows = rows;
        this.crediting = crediting;
    }

    /// Issues one and posts it: less is to be paid, and what was paid too much is on the account.
    public Credited issue(CreditOrder order) {
        return transactions.asOperator(() -> crediting.credit(order));
    }

    /// Runs in the caller's transaction and sees what that may see.
    public Optional<CreditNote> find(UUID id) {
        return rows.find(id);
    }

    /// Of a bill, the oldest first; runs in the caller's transaction and sees what that may see.
    public List<CreditNote> of(BillId bill) {
        return rows.of(bill);
    }
}
