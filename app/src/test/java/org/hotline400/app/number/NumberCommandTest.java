package org.hotline400.app.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.hotline400.app.Hotline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCommandTest {
    private final StringWriter said = new StringWriter();

    private int hotline(String... arguments) {
        var out = new PrintWriter(said);
        return Hotline.commandLine().setOut(out).setErr(out).execute(arguments);
    }

    @Test
    void aNumberIsExplainedWithTheDigitsOfEachPatternMarked() {
        assertThat(hotline("number", "400-123-8888")).isZero();

        assertThat(said.toString().lines())
                .startsWith(
                        "  400-123-8888",
                        "          ^^^^  aaaa  四连号 · four equal digits",
                        "          ^^^^  favoured-tail  吉利尾号 · tail of 6, 8, 9",
                        "      ^^^       abc  三位升序 · run of three up");
        assertThat(said.toString())
                .contains("级别 class: 顶级号码 · premium")
                .contains("好记度 memorability: ")
                .contains("选号费 set-up fee: 8000.00 元 · yuan")
                .contains("最低在网 minimum term: 24 个月 · months")
                .contains("尾号四连8，开头顺子123，顶级号码，一次性选号费 8000 元，最低在网 24 个月。")
                .contains("Ends in four 8s, begins with the run 123, premium number, set-up fee 8000 yuan once,"
                        + " at least 24 months.");
    }

    @Test
    void aPatternOverBothGroupsIsMarkedInBoth() {
        assertThat(hotline("number", "4001234567")).isZero();

        assertThat(said.toString().lines())
                .startsWith("  400-123-4567", "      ^^^ ^^^^  abcdefg  七位升序 · run of seven up");
    }

    @ParameterizedTest
    @CsvSource({"400-120-120, 120120", "400-888-88881, 88881", "800-888-8888, 888"})
    void whatIsNoNumberIsRefusedWithTheMistake(String text, String named) {
        assertThat(hotline("number", text)).isEqualTo(2);

        assertThat(said.toString())
                .startsWith("hotline: ")
                .contains("a 400 number")
                .contains(named);
    }

    @Test
    void theSharesOfAllNumbersAreCounted() {
        assertThat(hotline("number", "--shares")).isZero();

        assertThat(said.toString())
                .startsWith("rules 1: 10,000,000 numbers graded in ")
                .containsPattern("(?m)^premium +[0-9,]+ +0\\.[0-9]{4} % +顶级号码$")
                .containsPattern("(?m)^aaaaaaa +10 +0\\.0001 % ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--shares 4008888888"})
    void eitherANumberOrTheSharesAreAskedFor(String arguments) {
        assertThat(hotline(("number " + arguments).strip().split(" "))).isEqualTo(2);

        assertThat(said.toString()).contains("name a number, or --shares");
    }
}
