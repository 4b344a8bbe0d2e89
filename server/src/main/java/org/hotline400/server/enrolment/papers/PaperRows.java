package org.hotline400.server.enrolment.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.papers.hints.PaperHint;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `enrolment.papers`. Runs in the transaction of its caller, which says whose rows are seen.
@Repository
class PaperRows {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param fingerprint 32 bytes
    void add(Paper paper, UUID uploader, byte[] fingerprint) {
        jdbc.sql("""
            insert into enrolment.papers (id, tenant, application, kind, place, type, pages, width, height, bytes,
                                          sha256, fingerprint, uploaded_at, uploader, uploaded_by, hints_since)
            values (:id, :tenant, :application, :kind, :place, :type, :pages, :width, :height, :bytes,
                    :sha256, :fingerprint, :at, :uploader, :by, :at)
            """)
                .param("id", paper.id().value())
                .param("tenant", paper.tenant().value())
                .param("application", paper.application().value())
                .param("kind", paper.kind().code())
                .param("place", paper.place().number())
                .param("type", paper.type().code())
                .param("pages", paper.pages())
                .param("width", paper.width())
                .param("height", paper.height())
                .param("bytes", paper.bytes())
                .param("sha256", HexFormat.of().parseHex(paper.sha256()))
                .param("fingerprint", fingerprint)
                .param("at", SqlTime.of(paper.uploadedAt()))
                .param("uploader", uploader)
                .param("by", paper.uploadedBy())
                .update();
    }

    /// All that came for an application, by kind and place, the newest first.
    List<Paper> of(ApplicationId application) {
        return jdbc.sql("select * from enrolment.papers where application = ?"
                        + " order by kind, place, ended_at desc nulls first, id desc")
                .param(application.value())
                .query(PaperRows::paper)
                .list();
    }

    Optional<Paper> find(PaperId id) {
        return jdbc.sql("select * from enrolment.papers where id = ?")
                .param(id.value())
                .query(PaperRows::paper)
                .optional();
    }

    Optional<Paper> counting(ApplicationId application, PaperPlace place) {
        return jdbc.sql("select * from enrolment.papers"
                        + " where application = ? and kind = ? and place = ? and ended_at is null")
                .params(application.value(), place.kind().code(), place.number())
                .query(PaperRows::paper)
                .optional();
    }

    int count(ApplicationId application) {
        return jdbc.sql("select count(*) from enrolment.papers where application = ?")
                .param(application.value())
                .query(Integer.class)
                .single();
    }

    void end(PaperId id, Instant at) {
        jdbc.sql("update enrolment.papers set ended_at = ? where id = ? and ended_at is null")
                .params(SqlTime.of(at), id.value())
                .update();
    }

    /// The kinds of which a file counts that came after `since`.
    Set<PaperKind> kinds(ApplicationId application, Instant since) {
        return jdbc
                .sql("select distinct kind from enrolment.papers"
                        + " where application = ? and ended_at is null and uploaded_at > ?")
                .params(application.value(), SqlTime.of(since))
                .query((row, _) -> PaperKind.of(row.getString(1)))
                .stream()
                .collect(Collectors.toSet());
    }

    /// The papers that count here and whose very file another enterprise has sent, too. Across tenants.
    List<Paper> usedElsewhere(ApplicationId application) {
        return jdbc.sql("""
            select * from enrolment.papers own
             where own.application = ? and own.ended_at is null
               and exists (select from enrolment.papers other
                            where other.fingerprint = own.fingerprint and other.tenant <> own.tenant
                              and other.shredded_at is null)
            """).param(application.value()).query(PaperRows::paper).list();
    }

    void markShredded(PaperId id, Instant at) {
        jdbc.sql("update enrolment.papers set shredded_at = :at, ended_at = coalesce(ended_at, :at), hints = '[]',"
                        + " hints_state = 'done' where id = :id and shredded_at is null")
                .param("at", SqlTime.of(at))
                .param("id", id.value())
                .update();
    }

    /// Replaced files of applications that are over, the oldest first.
    List<Paper> outlived(int limit) {
        return jdbc.sql("""
            select paper.* from enrolment.papers paper join enrolment.applications one
                on one.id = paper.application
             where paper.ended_at is not null and paper.shredded_at is null
               and one.state in (:over)
             order by paper.ended_at limit :limit
            """)
                .param(
                        "over",
                        Arrays.stream(org.hotline400.server.enrolment.ApplicationState.values())
                                .filter(org.hotline400.server.enrolment.ApplicationState::isOver)
                                .map(org.hotline400.server.enrolment.ApplicationState::code)
                                .toList())
                .param("limit", limit)
                .query(PaperRows::paper)
                .list();
    }

    /// Which of these have a row whose file is not deleted.
    Set<PaperId> known(Collection<PaperId> ids) {
        return jdbc
                .sql("select id from enrolment.papers where id = any(?) and shredded_at is null")
                .param(ids.stream().map(PaperId::value).toArray(UUID[]::new))
                .query((row, _) -> new PaperId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    /// Takes one that nobody has looked at; one that somebody began before `stale` counts as left.
    Optional<Paper> takeUnread(Instant now, Instant stale) {
        return jdbc.sql("""
            update enrolment.papers
               set hints_state = 'reading', hints_since = :now, hints_attempts = hints_attempts + 1
             where id = (select id from enrolment.papers
                          where hints_state = 'waiting' or (hints_state = 'reading' and hints_since < :stale)
                          order by hints_since limit 1 for update skip locked)
            returning *
            """)
                .param("now", SqlTime.of(now))
                .param("stale", SqlTime.of(stale))
                .query(PaperRows::paper)
                .optional();
    }

    int attempts(PaperId id) {
        return jdbc.sql("select hints_attempts from enrolment.papers where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    void note(PaperId id, Paper.HintsState state, List<PaperHint> hints, Instant at) {
        jdbc.sql("update enrolment.papers set hints_state = :state, hints = cast(:hints as jsonb), hints_since = :at"
                        + " where id = :id and shredded_at is null")
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("hints", JSON.writeValueAsString(hints))
                .param("at", SqlTime.of(at))
                .param("id", id.value())
                .update();
    }

    private static Paper paper(ResultSet row, int index) throws SQLException {
        return new Paper(
                new PaperId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                new PaperPlace(PaperKind.of(row.getString("kind")), row.getInt("place")),
                FileType.of(row.getString("type")),
                row.getInt("pages"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                SqlTime.read(row, "uploaded_at"),
                row.getString("uploaded_by"),
                SqlTime.readIfPresent(row, "ended_at"),
                SqlTime.readIfPresent(row, "shredded_at"),
                Paper.HintsState.valueOf(row.getString("hints_state").toUpperCase(Locale.ROOT)),
                List.of(JSON.readValue(row.getString("hints"), PaperHint[].class)));
    }
}
