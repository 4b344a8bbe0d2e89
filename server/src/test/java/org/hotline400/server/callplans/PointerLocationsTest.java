package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.callplans.PointerLocations.Place;
import org.junit.jupiter.api.Test;

class PointerLocationsTest {
    private static final String PLAN = """
            {
              "start": "a",
              "steps": {
                "a": {"type": "menu",
                      "keys": {"*": "b", "1": "c"},
                      "targets": [{"to": "1"}, {"to": "2"}]}
              }
            }
            """;

    private final PointerLocations places = PointerLocations.of(PLAN);

    private static Place at(int line, String text) {
        return new Place(line, PLAN.lines().toList().get(line - 1).indexOf(text) + 1);
    }

    @Test
    void aMemberStandsWhereItsNameDoes() {
        assertThat(places.find("/start")).isEqualTo(new Place(2, 3));
        assertThat(places.find("/steps/a/keys/1")).isEqualTo(at(5, "\"1\""));
        assertThat(places.find("/steps/a/keys/*")).isEqualTo(at(5, "\"*\""));
    }

    @Test
    void anElementStandsWhereItBegins() {
        assertThat(places.find("/steps/a/targets/1")).isEqualTo(at(6, "{\"to\": \"2\"}"));
        assertThat(places.find("/steps/a/targets/1/to")).isEqualTo(at(6, "\"to\": \"2\""));
    }

    @Test
    void whatIsMissingStandsWhereItBelongs() {
        assertThat(places.find("/steps/a/otherwise")).isEqualTo(new Place(4, 5));
        assertThat(places.find("/settings/charging")).isEqualTo(new Place(1, 1));
    }

    @Test
    void aDocumentThatIsNoJsonIsBrokenWhereItStopsBeingOne() {
        var broken = PointerLocations.of("{\n  \"start\": \"a\",\n  \"steps\": }");

        assertThat(broken.find("").line()).isEqualTo(3);
        assertThat(broken.find("/start")).isEqualTo(new Place(2, 3));
    }

    @Test
    void nothingAtAllStandsAtTheBeginning() {
        assertThat(PointerLocations.of("").find("/start")).isEqualTo(new Place(1, 1));
    }

    @Test
    void namesAreEscapedAsPointersAre() {
        assertThat(PointerLocations.of("{\"a/b\": {\"c~d\": 1}}").find("/a~1b/c~0d"))
                .isEqualTo(new Place(1, 10));
    }
}
