package org.hotline400.server.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.internal.ApplicationRows;
import org.hotline400.server.enrolment.internal.Beginning;
import org.hotline400.server.enrolment.internal.Editing;
import org.hotline400.server.enrolment.internal.FindingSubjects;
import org.hotline400.server.enrolment.internal.FormSeal;
import org.hotline400.server.enrolment.internal.Steps;
import org.hotline400.server.enrolment.internal.StoredApplication;
import org.hotline400.server.enrolment.internal.Submission;
import org.hotline400.server.enrolment.internal.TransitionRows;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// Changes applications: the only way to do it. Every change locks its application, follows
/// [ApplicationLifeCycle], leaves a record of who, when and why, and publishes an [ApplicationFact]; all of it
/// is there or nothing. The same request a second time finds things as before.
///
/// An application that the actor does not see is unknown to him. Whether he may do at all what he asks for is
/// decided by the scopes of his caller; what nobody may do to this one application (to approve what he keyed in
/// himself) is decided here.
@Service
public class Applications {
    private final Transactions transactions;
    private final ApplicationRows rows;
    private final TransitionRows transitions;
    private final FormSeal seal;
    private final Beginning beginning;
    private final Editing editing;
    private final Submission submission;
    private final Steps steps;

    public Applications(
            Transactions transactions,
            ApplicationRows rows,
            TransitionRows transitions,
            FormSeal seal,
            Beginning beginning,
            Editing editing,
            Submission submission,
            Steps steps) {
        this.transactions = transactions;
        this.rows = rows;
        this.transitions = transitions;
        this.seal = seal;
        this.beginning = beginning;
        this.editing = editing;
        this.submission = submission;
        this.steps = steps;
    }

    /// Begins an empty application.
    ///
    /// @throws InvalidInputException when there is no such enterprise, or the operator would apply to itself
    public ApplicationChange begin(TenantId tenant, Intake intake, ApplicationActor actor) {
        return begin(tenant, intake, Optional.empty(), actor);
    }

    /// Begins an empty application, once for each request.
    ///
    /// @param request what the sender calls his request, 1 to 200 characters: the same one again finds the
    ///     application as it is now
    /// @throws InvalidInputException when there is no such enterprise, or the operator would apply to itself
    public ApplicationChange begin(TenantId tenant, Intake intake, Optional<String> request, ApplicationActor actor) {
        return transactions.asOperator(() -> beginning.begin(tenant, intake, request, actor));
    }

    /// Changes what it says. Nothing that was typed is refused for being wrong: it is kept, and told when it is
    /// handed in. Where corrections were asked for, only the faulted fields may change.
    ///
    /// @param version that the change was made from
    public ApplicationChange edit(ApplicationId id, long version, Form form, ApplicationActor actor) {
        return change(id, actor, stored -> editing.edit(stored, version, form, actor));
    }

    /// Hands it in, with its number reserved; or tells everything that is missing or wrong.
    ///
    /// @param version that the sender has seen
    public ApplicationChange submit(ApplicationId id, long version, ApplicationActor actor) {
        return change(id, actor, stored -> submission.submit(stored, version, actor));
    }

    /// Takes it back; its number is free again.
    public ApplicationChange withdraw(ApplicationId id, ApplicationActor actor) {
        return change(id, actor, stored -> steps.withdraw(stored, actor));
    }

    /// Gives it to a reviewer.
    public ApplicationChange take(ApplicationId id, ApplicationActor reviewer) {
        return change(id, reviewer, stored -> steps.take(stored, reviewer));
    }

    /// Puts it back into the queue, by whoever has it or looks after the queue.
    public ApplicationChange giveBack(ApplicationId id, ApplicationActor reviewer) {
        return change(id, reviewer, stored -> steps.giveBack(stored, reviewer));
    }

    /// Asks the applicant to correct fields or papers; by the reviewer who has it.
    ///
    /// @param findings at least one; each names a field, a group of fields or a paper
    /// @throws InvalidInputException when one of them names something else
    public ApplicationChange askCorrection(ApplicationId id, List<Finding> findings, ApplicationActor reviewer) {
        FindingSubjects.check(findings);
        return change(id, reviewer, stored -> steps.askCorrection(stored, findings, reviewer));
    }

    /// Refuses it for good; its number is free again. By the reviewer who has it.
    ///
    /// @param findings at least one: why
    /// @throws InvalidInputException when one of them names no field or paper
    public ApplicationChange reject(ApplicationId id, List<Finding> findings, ApplicationActor reviewer) {
        FindingSubjects.check(findings);
        return change(id, reviewer, stored -> steps.reject(stored, findings, reviewer));
    }

    /// Finds it good; by the reviewer who has it. A premium number takes a second person's approval, who need
    /// not have taken it; until then it stays in review, and no [ApplicationFact] is published.
    public ApplicationChange approve(ApplicationId id, ApplicationActor reviewer) {
        return change(id, reviewer, stored -> steps.approve(stored, reviewer));
    }

    /// Its money has arrived.
    public ApplicationChange paid(ApplicationId id, ApplicationActor actor) {
        return change(id, actor, stored -> submission.pay(stored, actor));
    }

    /// Its number and plan are in service.
    public ApplicationChange provisioned(ApplicationId id, ApplicationActor actor) {
        return change(id, actor, stored -> steps.provisioned(stored, actor));
    }

    /// A call came through, or the applicant is content.
    public ApplicationChange live(ApplicationId id, ApplicationActor actor) {
        return change(id, actor, stored -> steps.live(stored, actor));
    }

    /// Its time has run out; its number is free again.
    public ApplicationChange lapse(ApplicationId id, ApplicationActor actor) {
        return change(id, actor, stored -> steps.lapse(stored, actor));
    }

    /// Lets the application lapse that a number is promised to, where the number is not reserved for it any
    /// more.
    public void lapseWithout(HotlineNumber number, ApplicationActor actor) {
        transactions.asOperator(() -> {
            rows.promisedTo(number).ifPresent(id -> change(id, actor, stored -> steps.lapseWithout(stored, actor)));
        });
    }

    private ApplicationChange change(
            ApplicationId id, ApplicationActor actor, Function<StoredApplication, ApplicationChange> step) {
        return transactions.asOperator(() -> rows.lock(id)
                .filter(stored -> actor.sees(stored.application()))
                .map(seal::open)
                .map(step)
                .orElseGet(() -> new ApplicationChange.Unknown(id)));
    }

    /// One of those that the actor sees, with its persons in clear: whoever shows them masks them.
    public Optional<Application> find(ApplicationId id, ApplicationActor actor) {
        var stored = see(actor, () -> rows.find(id));
        return stored.filter(one -> actor.sees(one.application()))
                .map(seal::open)
                .map(StoredApplication::application);
    }

    /// Those that the actor sees, with their persons in clear: whoever shows them masks them.
    ///
    /// @param after start behind this one
    public Page<Application> list(
            ApplicationFilter filter, Optional<ApplicationId> after, int limit, ApplicationActor actor) {
        var stored = see(actor, () -> rows.list(filter, actor.tenant(), after, limit + 1));
        return Page.of(stored, limit, one -> one.application().id().toString())
                .map(seal::open)
                .map(StoredApplication::application);
    }

    /// What has happened to it, the latest first; nothing when the actor does not see it.
    ///
    /// @param before start behind this transition
    public Page<ApplicationTransition> history(
            ApplicationId id, Optional<UUID> before, int limit, ApplicationActor actor) {
        var visible = see(actor, () -> rows.find(id))
                .filter(one -> actor.sees(one.application()))
                .isPresent();
        List<ApplicationTransition> found =
                visible ? transactions.asOperator(() -> transitions.list(id, before, limit + 1)) : List.of();
        return Page.of(found, limit, one -> one.id().toString());
    }

    /// In a transaction that sees no more than the actor may, and without unsealing anything: the keys are each
    /// tenant's
    /// own, whoever looks.
    private <T> T see(ApplicationActor actor, Supplier<T> work) {
        return actor.tenant()
                .map(tenant -> transactions.asTenant(tenant, work))
                .orElseGet(() -> transactions.asOperator(work));
    }

    /// Deletes for good what an application says of persons, in clear and as fingerprints, once nothing is decided
    /// about it any more; what it says of the company stays. For whoever keeps the periods of retention.
    ///
    /// @return whether there was something to delete
    public boolean forgetPersons(ApplicationId id) {
        return transactions.asOperator(() -> rows.lock(id)
                .filter(stored -> isDecided(stored.application().state()))
                .filter(stored -> stored.persons().isPresent())
                .map(_ -> rows.forgetPersons(id))
                .orElse(false));
    }

    private static boolean isDecided(ApplicationState state) {
        return state.isOver() || state == ApplicationState.PROVISIONED;
    }

    /// The principals who wrote what it says: none of them may approve it.
    public Set<UUID> authors(ApplicationId id) {
        return transactions.asOperator(
                () -> rows.find(id).map(StoredApplication::authors).orElse(Set.of()));
    }
}
