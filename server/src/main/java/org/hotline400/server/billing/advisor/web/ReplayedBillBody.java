package org.hotline400.server.billing.advisor.web;

import java.util.List;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.advisor.ReplayedBill;
import org.hotline400.server.tariffs.Feature;

/// A bill beside what it would have been, on the wire. Amounts are decimal yuan, with tax.
///
/// @param rentRestated whether rent had been paid in advance: it stands on both sides as if it had not
/// @param difference more than 0 when the other package costs more
/// @param missing options of that month that the other package cannot have
record ReplayedBillBody(
        String bill,
        String month,
        String tariff,
        int version,
        int termMonths,
        boolean rentRestated,
        String before,
        String after,
        String difference,
        List<LineBody> lines,
        List<String> missing) {

    /// @param kind the charge type: `rent`, `calls-forward-mobile`
    record LineBody(
            String kind,
            String before,
            String after,
            String difference,
            List<SentenceBody> beforeReasons,
            List<SentenceBody> afterReasons) {
        static LineBody of(ReplayedBill.Kind kind) {
            return new LineBody(
                    kind.kind(),
                    kind.beforeAmount().toString(),
                    kind.afterAmount().toString(),
                    kind.difference().toString(),
                    kind.before().stream().map(SentenceBody::of).toList(),
                    kind.after().stream().map(SentenceBody::of).toList());
        }
    }

    record SentenceBody(String chinese, String english) {
        static SentenceBody of(Bill.Line line) {
            return new SentenceBody(line.chinese(), line.english());
        }
    }

    static ReplayedBillBody of(ReplayedBill replayed) {
        var other = replayed.other();
        return new ReplayedBillBody(
                replayed.bill().id().toString(),
                replayed.bill().month().toString().substring(0, 7),
                other.tariff().code(),
                other.tariff().version(),
                other.termMonths(),
                replayed.isRentRestated(),
                replayed.before().toString(),
                replayed.after().toString(),
                replayed.after().minus(replayed.before()).toString(),
                replayed.kinds().stream().map(LineBody::of).toList(),
                replayed.missing().stream().map(Feature::code).sorted().toList());
    }
}
