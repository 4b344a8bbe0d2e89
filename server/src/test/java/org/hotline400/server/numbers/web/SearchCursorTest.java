package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.numbers.catalogue.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCursorTest {
    private static final Place PLACE = new Place(65_017, 9_999_999);

    @Test
    void leads_back_to_its_place() {
        assertThat(SearchCursor.read(SearchCursor.write(PLACE, 42), 42)).isEqualTo(PLACE);
    }

    @Test
    void belongs_to_its_search() {
        var cursor = SearchCursor.write(PLACE, 42);

        assertThatThrownBy(() -> SearchCursor.read(cursor, 43))
                .isInstanceOfSatisfying(MistakeException.class, mistake -> {
                    assertThat(mistake).hasMessageContaining("another search");
                    assertThat(mistake.chinese()).contains("另一次搜索");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AAAA", "not base64!", "AQAAAAAAAAAqAAAAAAAAAAD_____", "4008888888"})
    void what_no_search_gave_is_refused(String text) {
        assertThatThrownBy(() -> SearchCursor.read(text, 42)).isInstanceOf(MistakeException.class);
    }

    @Test
    void the_same_filters_are_the_same_search_however_they_are_written_and_whatever_the_page() {
        var search = fingerprint(Map.of("contains", List.of("88", "66"), "tail", List.of("8")));

        assertThat(fingerprint(Map.of("contains", List.of("66， 88"), "tail", List.of("８"))))
                .isEqualTo(search);
        assertThat(fingerprint(Map.of(
                        "contains",
                        List.of("66,88"),
                        "tail",
                        List.of("8"),
                        "limit",
                        List.of("7"),
                        "cursor",
                        List.of("x"))))
                .isEqualTo(search);
        assertThat(fingerprint(Map.of("contains", List.of("88", "66"), "head", List.of("8"))))
                .isNotEqualTo(search);
        assertThat(fingerprint(Map.of("contains", List.of("88"), "tail", List.of("8"))))
                .isNotEqualTo(search);
    }

    private static long fingerprint(Map<String, List<String>> sent) {
        return SearchParameters.read(sent, new Checks()).fingerprint();
    }
}
