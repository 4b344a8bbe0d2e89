package org.hotline400.server.enrolment.internal;

import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationPapers;
import org.hotline400.server.enrolment.form.FormFields;
import org.springframework.stereotype.Service;

/// Tells an applicant from the first minute on what is still to be done.
@Service
public class Checklists {
    private final Transactions transactions;
    private final SubmissionChecks checks;
    private final ApplicationPapers papers;

    public Checklists(Transactions transactions, SubmissionChecks checks, ApplicationPapers papers) {
        this.transactions = transactions;
        this.checks = checks;
        this.papers = papers;
    }

    public Checklist of(Application one) {
        var present = transactions.asOperator(() -> papers.present(one.id()));
        return new Checklist(
                checks.needed(one).stream()
                        .map(kind -> new Checklist.Item(kind, present.contains(kind)))
                        .toList(),
                FormFields.missing(one.form()),
                checks.wrong(one));
    }
}
