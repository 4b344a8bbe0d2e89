package org.hotline400.server.tariffs.internal;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.Terms.EarlyExit;
import org.hotline400.server.tariffs.UnusedMinutes;

/// Reads what holds beside rent and prices; where nothing is said, what is usual.
final class ConditionsReader {
    private ConditionsReader() {}

    static Terms read(Fields fields) {
        return new Terms(
                fields.readIfPresent("unused", UnusedMinutes::of).orElse(Terms.USUAL.unused()),
                fields.readIfPresent("firstMonth", FirstMonth::of).orElse(Terms.USUAL.firstMonth()),
                fields.readIfPresent("minimum", Fields::amount).orElse(Terms.USUAL.minimum()),
                fields.readIfPresent("earlyExit", ConditionsReader::earlyExit).orElse(Terms.USUAL.earlyExit()));
    }

    private static EarlyExit earlyExit(String code) {
        return Arrays.stream(EarlyExit.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("leaving early is one of "
                        + Arrays.stream(EarlyExit.values()).map(EarlyExit::code).collect(Collectors.joining(", "))
                        + "; was \"" + code + "\""));
    }
}
