package org.hotline400.server.enrolment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewReasonsTest {
    private final ReviewReasons reasons = new ReviewReasons();

    @Test
    void the_catalogue_knows_the_common_rejections() {
        assertThat(reasons.all().stream().map(ReviewReason::code))
                .contains(
                        "licence-expired",
                        "seal-unclear",
                        "paper-missing",
                        "name-differs",
                        "trade-licence-missing",
                        "id-unreadable",
                        "id-expired",
                        "credit-code-differs",
                        "purpose-not-allowed",
                        "other");
    }

    @Test
    void a_reason_fits_its_field_its_group_or_everything() {
        assertThat(reasons.find("seal-unclear").orElseThrow().fits("papers.business-licence"))
                .isTrue();
        assertThat(reasons.find("seal-unclear").orElseThrow().fits("company.name"))
                .isFalse();
        assertThat(reasons.find("purpose-not-allowed").orElseThrow().fits("choice.purpose"))
                .isTrue();
        assertThat(reasons.find("other").orElseThrow().fits("handler.mobile")).isTrue();
        assertThat(reasons.find("nonsense")).isEmpty();
    }

    @Test
    void a_reason_has_words_in_both_languages_or_leaves_them_to_the_reviewer() {
        assertThatThrownBy(() -> new ReviewReason("half", List.of("*"), false, "中文", ""))
                .hasMessageContaining("both languages");
        assertThatThrownBy(() -> new ReviewReason("own", List.of("*"), true, "中文", "English"))
                .hasMessageContaining("leaves them");
    }
}
