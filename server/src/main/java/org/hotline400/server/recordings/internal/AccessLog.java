package org.hotline400.server.recordings.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.recordings.RecordingSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `recordings.access_log`. Written before the audio is handed out, in the transaction of the caller:
/// without the entry, no audio.
@Repository
class AccessLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Action {
        LISTEN,
        EXPORT,
        DELETE,
        HOLD,
        RELEASE
    }

    /// Who does something, and from where.
    ///
    /// @param principal null for the platform itself
    /// @param address the address of the request; empty for the platform itself
    public record Actor(@Nullable UUID principal, String name, String address) {
        static final Actor RETENTION = new Actor(null, "retention", "");
    }

    void add(RecordingSummary recording, Actor actor, Action action, String detail) {
        jdbc.sql("""
                        insert into recordings.access_log (id, tenant, recording, at, principal, name, action, detail, address)
                        values (:id, :tenant, :recording, :at, :principal, :name, :action, :detail, :address)
                        """)
                .param("id", Ids.next())
                .param("tenant", recording.tenant().value())
                .param("recording", recording.id().value())
                .param("at", SqlTime.of(clock.instant()))
                .param("principal", actor.principal())
                .param("name", actor.name())
                .param("action", action.name().toLowerCase(Locale.ROOT))
                .param("detail", detail)
                .param("address", actor.address())
                .update();
    }
}
