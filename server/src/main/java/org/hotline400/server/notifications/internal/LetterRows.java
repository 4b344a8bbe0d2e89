package org.hotline400.server.notifications.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Channel;
import org.hotline400.server.vault.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `notifications.letters`. Every method runs in the caller's transaction.
@Repository
class LetterRows {
    private final JdbcClient jdbc;
    private final Seal seal;

    LetterRows(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /// What is sealed.
    private record Content(String to, String subject, String text) {}

    /// For whom the transaction acts; the operator where it acts for everybody.
    TenantId actingFor() {
        return jdbc.sql("select kernel.current_tenant() as tenant")
                .query((row, _) -> Optional.ofNullable(row.getObject("tenant", UUID.class)))
                .single()
                .map(TenantId::new)
                .orElse(TenantId.OPERATOR);
    }

    /// How many of a tenant's wait, counted up to `most`.
    int waiting(TenantId tenant, int most) {
        return jdbc.sql("""
                        select count(*)::int from (
                            select from notifications.letters where tenant = ? and state = 'pending' limit ?) waiting
                        """).params(tenant.value(), most).query(Integer.class).single();
    }

    void put(TenantId tenant, PersonalLetter letter, Instant now) {
        var content = new Content(letter.to(), letter.subject(), letter.text());
        jdbc.sql("""
                insert into notifications.letters (tenant, id, channel, content, state, due_at, created_at)
                values (:tenant, :id, :channel, :content, 'pending', :now, :now)
                """)
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("channel", letter.channel().code())
                .param("content", seal.close(JsonMapper.shared().writeValueAsString(content)))
                .param("now", SqlTime.of(now))
                .update();
    }

    /// Takes due letters for this node until the claim lapses: what a node that dies leaves behind is due again
    /// then.
    List<PostedLetter> claim(Channel channel, int most, Instant now, Duration lapse) {
        return jdbc.sql("""
                        with picked as (
                            select tenant, id from notifications.letters
                             where channel = :channel and state = 'pending' and due_at <= :now
                             order by due_at, id limit :most for update skip locked
                        )
                        update notifications.letters l set claim = :claim, due_at = :lapse
                          from picked p where l.tenant = p.tenant and l.id = p.id
                        returning l.*
                        """)
                .param("channel", channel.code())
                .param("now", SqlTime.of(now))
                .param("most", most)
                .param("claim", Ids.next())
                .param("lapse", SqlTime.of(now.plus(lapse)))
                .query(this::posted)
                .list();
    }

    private PostedLetter posted(ResultSet row, int index) throws SQLException {
        var content = JsonMapper.shared().readValue(seal.open(row.getBytes("content")), Content.class);
        return new PostedLetter(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("claim", UUID.class),
                row.getInt("attempts"),
                new PersonalLetter(
                        Channel.of(row.getString("channel")), content.to(), content.subject(), content.text()));
    }

    /// Ends a claim, unless it had lapsed and somebody else has the letter.
    ///
    /// @param next when it is tried again; empty when it is over
    void settle(PostedLetter posted, Outcome outcome, Optional<Instant> next, Instant now) {
        var state = outcome.isTaken() ? "sent" : next.isPresent() ? "pending" : "dead";
        jdbc.sql("""
                update notifications.letters set state = :state, attempts = attempts + 1, claim = null, error = :error,
                       due_at = coalesce(cast(:next as timestamptz), due_at),
                       content = case when :state = 'pending' then content end,
                       ended_at = case when :state = 'pending' then null else cast(:now as timestamptz) end
                 where tenant = :tenant and id = :id and claim = :claim and state = 'pending'
                """)
                .param("state", state)
                .param("error", outcome.error())
                .param("next", next.map(SqlTime::of).orElse(null))
                .param("now", SqlTime.of(now))
                .param("tenant", posted.tenant().value())
                .param("id", posted.id())
                .param("claim", posted.claim())
                .update();
    }

    /// Removes what ended before.
    int purge(Instant before, int most) {
        return jdbc.sql("""
                        delete from notifications.letters l using (
                            select tenant, id from notifications.letters where ended_at < ? limit ?) old
                         where l.tenant = old.tenant and l.id = old.id
                        """).params(SqlTime.of(before), most).update();
    }
}
