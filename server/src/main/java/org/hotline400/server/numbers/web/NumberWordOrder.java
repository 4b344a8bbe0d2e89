package org.hotline400.server.numbers.web;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.numbers.meaning.NumberWord;
import org.hotline400.server.numbers.meaning.Trade;
import org.jspecify.annotations.Nullable;

/// How an entry of the dictionary shall be. Its word and its digits stand in the path.
///
/// @param weight 1 to 100
/// @param why in Chinese
/// @param trades codes; none when absent
record NumberWordOrder(
        @Nullable Integer weight,
        @Nullable String why,
        @Nullable String whyEnglish,
        @Nullable List<@Nullable String> trades) {

    NumberWord read(String word, String digits) {
        var checks = new Checks();
        var checkedWord = checks.read("word", "numbers.word", word, NumberWord::written);
        var checkedDigits = checks.read("digits", "numbers.digits", digits, NumberWord::checkDigits);
        var checkedWeight = checks.read("weight", "out-of-range", weight, NumberWord::checkWeight);
        var chinese = checks.read("why", "numbers.reason", why, NumberWord::checkWhy);
        var english = checks.read("whyEnglish", "numbers.reason", whyEnglish, NumberWord::checkWhyEnglish);
        var named = readTrades(checks);
        checks.done();
        return new NumberWord(
                checkedWord.get(), checkedDigits.get(), checkedWeight.get(), chinese.get(), english.get(), named);
    }

    private List<Trade> readTrades(Checks checks) {
        if (trades == null) {
            return List.of();
        }
        if (trades.size() > Trade.all().size()) {
            checks.add("trades", "too-many", "has at most " + Trade.all().size() + " trades");
            return List.of();
        }
        var read = new ArrayList<Trade>();
        for (int i = 0; i < trades.size(); i++) {
            checks.read("trades[" + i + "]", "numbers.trade", trades.get(i), Trade::of)
                    .value()
                    .ifPresent(read::add);
        }
        return List.copyOf(read);
    }
}
