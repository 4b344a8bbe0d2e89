package org.hotline400.server.enrolment.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.FormFields;
import org.hotline400.server.enrolment.form.FormMask;
import org.hotline400.server.enrolment.form.FormText;
import org.hotline400.server.kernel.Violation;
import org.springframework.stereotype.Component;

/// Changes what an application says. Runs in the caller's transaction, which acts for the operator.
@Component
public class Editing {
    private final ApplicationRows rows;
    private final FormSeal seal;

    public Editing(ApplicationRows rows, FormSeal seal) {
        this.rows = rows;
        this.seal = seal;
    }

    /// @param version that the sender has seen
    /// @param sent a field that comes back masked, as it was shown, stays as it is
    public ApplicationChange edit(StoredApplication stored, long version, Form sent, ApplicationActor actor) {
        var now = stored.application();
        var form = FormText.normalise(FormMask.unmask(sent, now.form()));
        var changed = FormFields.differing(now.form(), form);
        if (changed.isEmpty() && now.state().isEditable()) {
            // Also what a second tab or a repeated request has written already.
            return new ApplicationChange.AsBefore(now);
        }
        if (now.version() != version) {
            return new ApplicationChange.Outdated(now);
        }
        if (!now.state().isEditable()) {
            return new ApplicationChange.Impossible(now, ApplicationEvent.SUBMIT);
        }
        var notAsked = notAsked(now, changed);
        return notAsked.isEmpty() ? write(stored, form, actor) : new ApplicationChange.Incomplete(now, notAsked);
    }

    /// Where a reviewer asked for corrections, the rest stands.
    private static List<Violation> notAsked(Application now, List<String> changed) {
        if (now.state() != ApplicationState.CORRECTION_ASKED) {
            return List.of();
        }
        return changed.stream()
                .filter(field -> now.findings().stream().noneMatch(finding -> covers(finding.subject(), field)))
                .map(field -> new Violation(
                        field,
                        "applications.not-asked",
                        "stands as it is: only what the reviewer found wrong can be changed",
                        Optional.of("此项已通过审核，只能修改审核指出的项目。")))
                .toList();
    }

    private static boolean covers(String subject, String field) {
        return field.equals(subject) || field.startsWith(subject + ".");
    }

    private ApplicationChange write(StoredApplication stored, Form form, ApplicationActor actor) {
        var authors = new HashSet<>(stored.authors());
        authors.add(actor.principal());
        var after = new Altered(stored.application()).form(form).done();
        rows.storeForm(
                new StoredApplication(after, stored.persons(), authors, stored.promised(), stored.correctionAskedAt()),
                seal);
        return new ApplicationChange.Done(after);
    }
}
