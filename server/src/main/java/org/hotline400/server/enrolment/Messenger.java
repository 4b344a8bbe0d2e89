package org.hotline400.server.enrolment;

import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// Port: takes a message to an applicant on its way by mail and text message. Called in the transaction of what the
/// message tells, so that none is sent of what did not happen and none is lost.
public interface Messenger {

    /// @param mail an address; empty: no mail
    /// @param mobile eleven digits; empty: no text message
    /// @param subject of the mail
    /// @param text of the mail, Chinese first
    /// @param brief of the text message
    record Letter(
            TenantId tenant,
            Optional<String> mail,
            Optional<String> mobile,
            String subject,
            String text,
            String brief) {}

    void send(Letter letter);
}
