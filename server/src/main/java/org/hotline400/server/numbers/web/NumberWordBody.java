package org.hotline400.server.numbers.web;

import java.util.List;
import org.hotline400.server.numbers.meaning.NumberWord;
import org.hotline400.server.numbers.meaning.Trade;

/// An entry of the dictionary on the wire.
///
/// @param trades codes
/// @param source `box` or `operator`
/// @param removed left out by the operator; the rest says how it was
record NumberWordBody(
        String word,
        String digits,
        int weight,
        String why,
        String whyEnglish,
        List<String> trades,
        String source,
        boolean removed) {
    static NumberWordBody of(NumberWord word, boolean operators, boolean removed) {
        return new NumberWordBody(
                word.word(),
                word.digits(),
                word.weight(),
                word.why(),
                word.whyEnglish(),
                word.trades().stream().map(Trade::code).toList(),
                operators ? "operator" : "box",
                removed);
    }
}
