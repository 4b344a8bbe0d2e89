package org.hotline400.server.numbers.promotions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The tables of promotions and their uses. Every method runs in the caller's transaction for the operator.
@Repository
class PromotionRows {
    private static final Logger LOG = LoggerFactory.getLogger(PromotionRows.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = "select id, name_zh, name_en, query::text as query, percent_off, fixed_fee,"
            + " begins_at, ends_at, quota, quota_per_tenant, used, ended_at, ended_reason, ended_by, author, created_at"
            + " from numbers.promotions where tenant = :tenant";

    private final JdbcClient jdbc;

    PromotionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Tells every node to look anew, when the transaction commits.
    void announce() {
        jdbc.sql("select kernel.configuration_changed('number-promotions')")
                .query((row, index) -> index)
                .single();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql(SELECT + rest).param("tenant", TenantId.OPERATOR.value());
    }

    /// The newest first.
    ///
    /// @param before those before this one
    List<StoredPromotion> page(Optional<UUID> before, int limit) {
        return known(select(" and id < :before order by id desc limit :limit")
                .param("before", before.orElse(new UUID(-1, -1)))
                .param("limit", limit));
    }

    /// Those that were not over at this time.
    List<StoredPromotion> unfinished(Instant now) {
        return known(
                select(" and coalesce(ended_at, ends_at) > :now order by id").param("now", SqlTime.of(now)));
    }

    Optional<StoredPromotion> find(UUID id) {
        return known(select(" and id = :id").param("id", id)).stream().findFirst();
    }

    /// Finds a promotion and keeps others from changing or using it until the transaction ends.
    Optional<StoredPromotion> lock(UUID id) {
        return known(select(" and id = :id for update").param("id", id)).stream()
                .findFirst();
    }

    private static List<StoredPromotion> known(JdbcClient.StatementSpec statement) {
        return statement.query(PromotionRows::promotion).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void add(UUID id, PromotionOrder order, String author, Instant now) {
        written(
                        jdbc.sql("insert into numbers.promotions"
                                + " (tenant, id, name_zh, name_en, query, percent_off, fixed_fee, begins_at, ends_at,"
                                + " quota, quota_per_tenant, used, author, created_at, changed_at)"
                                + " values (:tenant, :id, :zh, :en, cast(:query as jsonb), :percent, :fee, :begin, :end,"
                                + " :quota, :ofTenant, 0, :author, :now, :now)"),
                        order)
                .param("tenant", TenantId.OPERATOR.value())
                .param("id", id)
                .param("author", author)
                .param("now", SqlTime.of(now))
                .update();
    }

    void change(UUID id, PromotionOrder order, String author, Instant now) {
        written(
                        jdbc.sql("update numbers.promotions set name_zh = :zh, name_en = :en,"
                                + " query = cast(:query as jsonb), percent_off = :percent, fixed_fee = :fee,"
                                + " begins_at = :begin, ends_at = :end, quota = :quota, quota_per_tenant = :ofTenant,"
                                + " author = :author, changed_at = :now where tenant = :tenant and id = :id"),
                        order)
                .param("tenant", TenantId.OPERATOR.value())
                .param("id", id)
                .param("author", author)
                .param("now", SqlTime.of(now))
                .update();
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, PromotionOrder order) {
        return statement
                .param("zh", order.name())
                .param("en", order.englishName())
                .param("query", JSON.writeValueAsString(WrittenQuery.of(order.query())))
                .param("percent", percent(order.discount()))
                .param("fee", fixedFee(order.discount()))
                .param("begin", SqlTime.of(order.begin()))
                .param("end", SqlTime.of(order.end()))
                .param("quota", order.quota().numbers())
                .param("ofTenant", order.quota().ofTenant());
    }

    private static @Nullable Integer percent(Discount discount) {
        return switch (discount) {
            case Discount.PercentOff(int percent) -> percent;
            case Discount.FixedFee _ -> null;
        };
    }

    private static @Nullable Long fixedFee(Discount discount) {
        return switch (discount) {
            case Discount.PercentOff _ -> null;
            case Discount.FixedFee(var fee) -> fee.microYuan();
        };
    }

    void end(UUID id, StoredPromotion.EarlyEnd end) {
        jdbc.sql("update numbers.promotions set ended_at = ?, ended_by = ?, ended_reason = ?, changed_at = ?"
                        + " where tenant = ? and id = ?")
                .params(
                        SqlTime.of(end.at()),
                        end.by(),
                        end.reason(),
                        SqlTime.of(end.at()),
                        TenantId.OPERATOR.value(),
                        id)
                .update();
    }

    boolean hasUse(UUID promotion, HotlineNumber number, TenantId tenant) {
        return jdbc.sql("select count(*) from numbers.promotion_uses where tenant = ? and promotion = ? and number = ?")
                        .params(tenant.value(), promotion, number.digits())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int usesOf(UUID promotion, TenantId tenant) {
        return jdbc.sql("select count(*) from numbers.promotion_uses where tenant = ? and promotion = ?")
                .params(tenant.value(), promotion)
                .query(Integer.class)
                .single();
    }

    /// With the promotion locked.
    void addUse(UUID promotion, HotlineNumber number, TenantId tenant, Instant now) {
        jdbc.sql("insert into numbers.promotion_uses (tenant, promotion, number, taken_at) values (?, ?, ?, ?)")
                .params(tenant.value(), promotion, number.digits(), SqlTime.of(now))
                .update();
        count(promotion, 1);
    }

    /// With the promotion locked.
    ///
    /// @return false when there was none
    boolean removeUse(UUID promotion, HotlineNumber number, TenantId tenant) {
        boolean removed =
                jdbc.sql("delete from numbers.promotion_uses where tenant = ? and promotion = ? and number = ?")
                                .params(tenant.value(), promotion, number.digits())
                                .update()
                        > 0;
        if (removed) {
            count(promotion, -1);
        }
        return removed;
    }

    private void count(UUID promotion, int more) {
        jdbc.sql("update numbers.promotions set used = used + ? where tenant = ? and id = ?")
                .params(more, TenantId.OPERATOR.value(), promotion)
                .update();
    }

    private static Optional<StoredPromotion> promotion(ResultSet row, int index) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var query = query(id, row.getString("query"));
        if (query.isEmpty()) {
            return Optional.empty();
        }
        var ended = SqlTime.readIfPresent(row, "ended_at");
        var promotion = new Promotion(
                id,
                row.getString("name_zh"),
                row.getString("name_en"),
                query.get(),
                discount(row),
                SqlTime.read(row, "begins_at"),
                ended.orElse(SqlTime.read(row, "ends_at")),
                new Quota(row.getInt("quota"), row.getInt("quota_per_tenant")),
                row.getInt("used"));
        var by = row.getString("ended_by");
        var reason = row.getString("ended_reason");
        return Optional.of(new StoredPromotion(
                promotion,
                ended.map(at -> new StoredPromotion.EarlyEnd(at, by, reason)),
                row.getString("author"),
                SqlTime.read(row, "created_at")));
    }

    private static Discount discount(ResultSet row) throws SQLException {
        int percent = row.getInt("percent_off");
        return percent > 0
                ? new Discount.PercentOff(percent)
                : new Discount.FixedFee(new Money(row.getLong("fixed_fee")));
    }

    /// Empty when this release does not know what the query names: such a promotion does not run.
    private static Optional<NumberQuery> query(UUID id, String json) {
        try {
            var checks = new Checks();
            var query = JSON.readValue(json, WrittenQuery.class).read(checks);
            checks.done();
            return query;
        } catch (InvalidInputException | JacksonException e) {
            LOG.warn("the query of promotion {} is not understood: {}", id, e.getMessage());
            return Optional.empty();
        }
    }
}
