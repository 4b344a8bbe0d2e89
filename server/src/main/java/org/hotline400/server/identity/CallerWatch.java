package org.hotline400.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// For answers that go on for long: whether who asked may still be answered.
public interface CallerWatch {

    /// Who this request's key or session stands for now; empty once it has been revoked or has ended, which
    /// every node knows within a second. From memory mostly: it may be asked each second. Who is watched
    /// counts as being there.
    Optional<Caller> now(HttpServletRequest request);
}
