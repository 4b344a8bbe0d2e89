package org.hotline400.server.enrolment.retention;

import org.hotline400.server.enrolment.ApplicationId;

/// Port: shreds papers. Without one nothing is deleted, because a certificate must not be false.
@FunctionalInterface
public interface PapersToShred {

    /// Shreds every paper of an application, the replaced ones too: keys overwritten, files removed. Runs in the
    /// caller's transaction, as its last step; may be called again when that fails.
    void shredAll(ApplicationId application);
}
