package org.hotline400.server.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class HolidaysApiTest {
    private static final String HOLIDAYS = "/api/v1/holidays";
    private static final byte[] YEAR = "date,kind,name\n2090-01-01,off,元旦\n".getBytes(StandardCharsets.UTF_8);

    private final Api api;
    private final Tenants tenants;
    private final Holidays holidays;

    @Autowired
    HolidaysApiTest(Api api, Tenants tenants, Holidays holidays) {
        this.api = api;
        this.tenants = tenants;
        this.holidays = holidays;
    }

    @Test
    void everybody_sees_the_years_and_their_days() {
        var viewer = api.as(tenants.create("Flower shop").id(), Role.VIEWER);

        var list = viewer.get(HOLIDAYS).json();
        assertThat(list.at("/items/0/year").asInt()).isEqualTo(2025);
        assertThat(list.at("/items/0/source").asString()).isEqualTo("box");
        assertThat(list.at("/items/0/days").isMissingNode()).isTrue();
        var year = viewer.get(HOLIDAYS + "/2026").json();
        assertThat(year.at("/daysOff").asInt()).isEqualTo(33);
        assertThat(year.at("/makeUpDays").asInt()).isEqualTo(6);
        assertThat(year.at("/days/0/date").asString()).isEqualTo("2026-01-01");
        assertThat(year.at("/days/0/name").asString()).isEqualTo("元旦");
        assertThat(viewer.get(HOLIDAYS + "/2099").json().at("/code").asString()).isEqualTo("holidays.unknown-year");
    }

    @Test
    void the_operator_brings_a_year_after_a_dry_run() {
        var operator = api.asOperator();
        var day = LocalDate.of(2090, 1, 1);

        assertThat(operator.upload(HOLIDAYS + "/2090?dryRun=true", "text/csv", YEAR)
                        .status())
                .isEqualTo(200);
        assertThat(holidays.calendar().knows(day)).isFalse();
        var taken = operator.upload(HOLIDAYS + "/2090", "text/csv", YEAR);
        assertThat(taken.json().at("/source").asString()).isEqualTo("imported");
        assertThat(holidays.calendar().special(day)).isPresent();
        assertThat(operator.delete(HOLIDAYS + "/2090").status()).isEqualTo(204);
        assertThat(holidays.calendar().knows(day)).isFalse();
        assertThat(operator.delete(HOLIDAYS + "/2026").status()).isEqualTo(404);
    }

    @Test
    void an_enterprise_brings_none() {
        var owner = api.as(tenants.create("Flower shop").id(), Role.OWNER);

        assertThat(owner.upload(HOLIDAYS + "/2090", "text/csv", YEAR).status()).isEqualTo(403);
        assertThat(owner.delete(HOLIDAYS + "/2090").status()).isEqualTo(403);
        assertThat(api.asOperator().upload(HOLIDAYS + "/1999", "text/csv", YEAR).status())
                .isEqualTo(400);
    }
}
