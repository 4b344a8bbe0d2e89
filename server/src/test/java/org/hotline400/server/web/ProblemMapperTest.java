package org.hotline400.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;

/// What becomes of a failure that no controller expected.
class ProblemMapperTest {
    private final ProblemMapper mapper = new ProblemMapper();

    @Test
    void who_has_left_is_told_nothing() {
        assertThat(mapper.other(new ClientAbortException(new IOException("Broken pipe")), Locale.ENGLISH))
                .isNull();
    }

    @Test
    void a_bug_is_answered_without_its_insides() {
        var answer = mapper.other(new IllegalStateException("a secret of ours"), Locale.ENGLISH);

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("secret");
    }
}
