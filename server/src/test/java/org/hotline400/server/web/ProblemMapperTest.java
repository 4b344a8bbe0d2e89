package org.hotline400.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/// What becomes of a failure that no controller expected.
class ProblemMapperTest {
    private final ProblemMapper mapper = new ProblemMapper();

    @Test
    void who_has_left_is_told_nothing() {
        assertThat(mapper.other(new ClientAbortException(new IOException("Broken pipe")), Locale.ENGLISH))
                .isNull();
    }

    @Test
    void a_value_that_the_database_cannot_hold_is_the_senders_fault_and_a_broken_rule_ours() {
        var nul = new SQLException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021");
        var rule = new SQLException("violates check constraint", "23514");

        var sender = mapper.cannotBeHeld(new DataIntegrityViolationException("", nul), Locale.ENGLISH);
        var ours = mapper.cannotBeHeld(new DataIntegrityViolationException("", rule), Locale.ENGLISH);

        assertThat(sender).isNotNull();
        assertThat(sender.getStatusCode().value()).isEqualTo(400);
        assertThat(ours).isNotNull();
        assertThat(ours.getStatusCode().value()).isEqualTo(500);
    }

    @Test
    void a_bug_is_answered_without_its_insides() {
        var answer = mapper.other(new IllegalStateException("a secret of ours"), Locale.ENGLISH);

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("secret");
    }
}
