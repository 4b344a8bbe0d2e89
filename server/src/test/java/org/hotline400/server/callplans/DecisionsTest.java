package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.regions.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the steps that only decide make of a caller.
class DecisionsTest {
    private static final String BRANCHES = """
            {"type": "region", "cases": [
               {"cities": ["深圳市"], "to": "shenzhen"},
               {"provinces": ["广东省", "广西壮族自治区"], "to": "south"},
               {"kinds": ["international", "withheld"], "to": "english"},
               {"areaCodes": ["021"], "kinds": ["fixed"], "to": "shanghai-offices"},
               {"carriers": ["中国电信"], "to": "telecom"}],
             "otherwise": "headquarters"}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            13812345678   | 广东 | 深圳 | 0755 | 中国移动 | shenzhen         | REGION_MATCHED
            13812345678   | 广东 | 广州 | 020  | 中国移动 | south            | REGION_MATCHED
            13812345678   | 广西 | 南宁 | 0771 | 中国移动 | south            | REGION_MATCHED
            02160001234   | 上海 | 上海 | 021  | ''       | shanghai-offices | REGION_MATCHED
            13812345678   | 上海 | 上海 | 021  | 中国移动 | headquarters     | REGION_OTHER
            13312345678   | 上海 | 上海 | 021  | 中国电信 | telecom          | REGION_MATCHED
            +442079460000 | ''   | ''   | ''   | ''       | english          | REGION_MATCHED
            anonymous     | ''   | ''   | ''   | ''       | english          | REGION_MATCHED
            95588         | ''   | ''   | ''   | ''       | headquarters     | REGION_OTHER
            """)
    void aRegionBranchesByHomeAndKind(
            String caller,
            String province,
            String city,
            String areaCode,
            String carrier,
            String next,
            Choice.Ground ground) {
        var circumstances = new FakeCircumstances();
        circumstances.caller = CallerNumber.of(caller, "");
        circumstances.region = new Region(province, city, "", areaCode, carrier);

        var choice = Steps.read(BRANCHES, Decision.class).decide(circumstances);

        assertThat(choice.next().value()).isEqualTo(next);
        assertThat(choice.ground()).isEqualTo(ground);
    }

    @Test
    void theFirstListThatCoversTheCallerCounts() {
        var step = Steps.read("""
                {"type": "list", "cases": [{"list": "nuisance", "to": "reject"}, {"list": "gold", "to": "fast-lane"}],
                 "otherwise": "welcome"}
                """, Decision.class);
        var circumstances = new FakeCircumstances();

        assertThat(step.decide(circumstances).next().value()).isEqualTo("welcome");
        circumstances.listed.add("gold");
        assertThat(step.decide(circumstances))
                .isEqualTo(new Choice(new StepName("fast-lane"), Choice.Ground.LISTED, "gold"));
        circumstances.listed.add("nuisance");
        assertThat(step.decide(circumstances).next().value()).isEqualTo("reject");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"variable": "grade", "is": "gold"}                    | gold   | true
            {"variable": "grade", "is": "gold"}                    | Gold   | false
            {"variable": "grade", "is": "gold", "not": true}       | Gold   | true
            {"variable": "grade", "in": ["gold", "platinum"]}      | gold   | true
            {"variable": "grade", "in": ["gold", "platinum"]}      | silver | false
            {"variable": "grade", "prefix": "go"}                  | gold   | true
            {"variable": "grade", "present": true}                 | x      | true
            {"variable": "grade", "atLeast": 100}                  | 100    | true
            {"variable": "grade", "atLeast": 100}                  | 99.99  | false
            {"variable": "grade", "atLeast": 1, "atMost": 2}       | 1.5    | true
            {"variable": "grade", "atLeast": 1, "atMost": 2}       | 2.01   | false
            {"variable": "grade", "atLeast": 1}                    | many   | false
            {"variable": "grade", "atLeast": 1}                    | 1e999  | false
            {"tag": "returning"}                                   | x      | true
            {"tag": "returning", "not": true}                      | x      | false
            {"tag": "angry"}                                       | x      | false
            """)
    void aBranchTestsVariablesAndTags(String condition, String value, boolean holds) {
        var step = Steps.read(
                "{\"type\": \"branch\", \"cases\": [{\"when\": [" + condition
                        + "], \"to\": \"yes\"}], \"otherwise\": \"no\"}",
                Decision.class);
        var circumstances = new FakeCircumstances();
        circumstances.variables.put("grade", value);
        circumstances.tags.add("returning");

        assertThat(step.decide(circumstances).next().value()).isEqualTo(holds ? "yes" : "no");
    }

    @Test
    void aVariableThatWasNeverSetIsNotPresent() {
        var step = Steps.read("""
                {"type": "branch", "cases": [{"when": [{"variable": "grade", "present": true}], "to": "yes"}],
                 "otherwise": "no"}
                """, Decision.class);

        assertThat(step.decide(new FakeCircumstances()).next().value()).isEqualTo("no");
    }
}
