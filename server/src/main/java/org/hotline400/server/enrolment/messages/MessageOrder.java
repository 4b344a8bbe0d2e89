package org.hotline400.server.enrolment.messages;

import java.util.Optional;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.kernel.TenantId;

/// A message to be written.
///
/// @param mail where it goes, beside the console; empty: not by mail
/// @param mobile the same by text message
public record MessageOrder(
        TenantId tenant,
        Optional<ApplicationId> application,
        MessageKind kind,
        Facts facts,
        Optional<String> mail,
        Optional<String> mobile) {

    /// To the handler of an application.
    public static MessageOrder to(Application application, MessageKind kind, Facts facts) {
        Form.Person handler = application.form().handler();
        return new MessageOrder(
                application.tenant(), Optional.of(application.id()), kind, facts, handler.mail(), handler.mobile());
    }

    /// Personal.
    @Override
    public String toString() {
        return "MessageOrder[" + tenant + ", " + kind.code() + "]";
    }
}
