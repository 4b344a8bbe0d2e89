package org.hotline400.server.numbers.web;

import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.meaning.Trade;
import org.hotline400.server.numbers.stock.NumberCarrier;

/// Something that has a code for programs and a name for people.
///
/// @param code stable, as parameters take it
/// @param zh its Chinese name
/// @param en its English name
record NamedBody(String code, String zh, String en) {
    static NamedBody of(NumberClass one) {
        return new NamedBody(one.code(), one.chinese(), one.code() + " number");
    }

    static NamedBody of(NumberCarrier one) {
        return new NamedBody(one.code(), one.chinese(), one.english());
    }

    static NamedBody of(PatternKind one) {
        return new NamedBody(one.code(), one.chinese(), one.english());
    }

    static NamedBody of(Trade one) {
        return new NamedBody(one.code(), one.chinese(), one.english());
    }
}
