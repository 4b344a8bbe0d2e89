package org.hotline400.app.measure;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.CompactGrade;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.prices.PriceList;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.roaringbitmap.RoaringBitmap;

/// All ten million numbers as lines for PostgreSQL's COPY: digits, class, memorability, set-up fee in
/// micro-yuan, carrier, patterns by ordinal, whether it is on sale. Before them a line with the codes of
/// all patterns.
final class NumberDump {
    private static final int NUMBERS = 10_000_000;
    private static final String NULL = "\\N";

    private final PriceList prices = PriceList.own();
    private final long[] fees = prices.levels().stream()
            .map(NumberPrice::setUpFee)
            .mapToLong(Money::microYuan)
            .toArray();
    private final String[] classes =
            Arrays.stream(NumberClass.values()).map(NumberClass::code).toArray(String[]::new);
    private final RoaringBitmap onSale = MeasuredMarket.onSale();
    private final String[] carriers = new String[10];

    NumberDump() {
        Arrays.fill(carriers, NULL);
        MeasuredMarket.carriers().forEach(this::name);
    }

    private void name(NumberCarrier carrier, RoaringBitmap numbers) {
        for (int digit = 0; digit < carriers.length; digit++) {
            if (numbers.contains(digit * (NUMBERS / carriers.length))) {
                carriers[digit] = carrier.code();
            }
        }
    }

    void print(PrintWriter out) {
        out.print(Arrays.stream(PatternKind.values()).map(PatternKind::code).collect(Collectors.joining(" ")));
        out.print('\n');
        var line = new StringBuilder();
        for (int suffix = 0; suffix < NUMBERS; suffix++) {
            line.setLength(0);
            append(line, suffix);
            out.append(line);
        }
        out.flush();
    }

    private void append(StringBuilder line, int suffix) {
        long grade = Grading.compact(suffix);
        int classOrdinal = CompactGrade.classOrdinal(grade);
        long kinds = CompactGrade.kinds(grade);
        var digits = Integer.toString(NUMBERS + suffix);
        line.append(digits, 1, digits.length()).append('\t');
        line.append(classes[classOrdinal]).append('\t');
        line.append(CompactGrade.memorability(grade)).append('\t');
        line.append(fees[prices.level(classOrdinal, kinds)]).append('\t');
        line.append(carriers[suffix / (NUMBERS / carriers.length)]).append('\t');
        appendKinds(line, kinds);
        line.append('\t').append(onSale.contains(suffix) ? 't' : 'f').append('\n');
    }

    private static void appendKinds(StringBuilder line, long kinds) {
        line.append('{');
        for (long left = kinds; left != 0; left &= left - 1) {
            line.append(left == kinds ? "" : ",").append(Long.numberOfTrailingZeros(left));
        }
        line.append('}');
    }
}
