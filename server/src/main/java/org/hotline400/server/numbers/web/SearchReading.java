package org.hotline400.server.numbers.web;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.catalogue.DigitFilter;
import org.hotline400.server.numbers.catalogue.FeeRange;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.catalogue.Order;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.meaning.Meanings;
import org.hotline400.server.numbers.meaning.Trade;
import org.hotline400.server.numbers.shop.ShopWindow;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.hotline400.server.web.PageLimit;

/// Turns the parameters of a search into a query, and gathers everything that is wrong with them.
final class SearchReading {
    private static final int USUAL_LIMIT = 20;

    private final SearchParameters parameters;
    private final Checks checks;

    private SearchReading(SearchParameters parameters, Checks checks) {
        this.parameters = parameters;
        this.checks = checks;
    }

    /// @param now for the promotions that run
    static Search read(SearchParameters parameters, Checks checks, ShopWindow window, Meanings meanings, Instant now) {
        return new SearchReading(parameters, checks).search(window, meanings, now);
    }

    private Search search(ShopWindow window, Meanings meanings, Instant now) {
        var digits = digits();
        var asksMeaning = parameters.has("meaning") || parameters.has("trade");
        var fragments = asksMeaning ? fragments(meanings) : List.<Fragment>of();
        var fingerprint = parameters.fingerprint();
        var query = new NumberQuery(
                digits,
                all("pattern", "numbers.pattern", SearchReading::pattern),
                all("class", "numbers.class", SearchReading::numberClass),
                fees(),
                all("carrier", "numbers.carrier", SearchReading::carrier),
                promotion(window, now),
                fragments,
                one("order", SearchReading::order).orElse(Order.MEMORABILITY),
                one("cursor", text -> SearchCursor.read(text, fingerprint)),
                limit());
        checks.done();
        return new Search(query, fragments, asksMeaning, fingerprint);
    }

    private DigitFilter digits() {
        return DigitReading.read(parameters, checks);
    }

    private <V> Optional<V> one(String name, Function<String, V> read) {
        return checks.readIfPresent(name, "malformed", parameters.one(name), read);
    }

    private <V> Set<V> all(String name, String code, Function<String, V> read) {
        return parameters.all(name).stream()
                .flatMap(text -> checks.readIfPresent(name, code, text, read).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static PatternKind pattern(String text) {
        return pick(
                List.of(PatternKind.values()),
                kind -> text.equals(kind.code()) || text.equals(kind.chinese()),
                () -> new MistakeException(
                        "\"" + text + "\" is no pattern; GET /api/v1/number-patterns lists them",
                        "没有“" + text + "”这种号码规律；可用的规律见 GET /api/v1/number-patterns。"));
    }

    private static NumberClass numberClass(String text) {
        return pick(
                List.of(NumberClass.values()),
                one -> text.equals(one.code())
                        || text.equals(one.chinese())
                        || one.chinese().equals(text + "号码"),
                () -> new MistakeException(
                        "a class is one of ordinary, special, premium; was \"" + text + "\"",
                        "号码等级为 ordinary（普通号码）、special（特号）或 premium（顶级号码）；收到“" + text + "”。"));
    }

    private static <V> V pick(List<V> values, Predicate<V> isMeant, Supplier<MistakeException> none) {
        return values.stream().filter(isMeant).findFirst().orElseThrow(none);
    }

    private static NumberCarrier carrier(String text) {
        try {
            return NumberCarrier.of(text);
        } catch (IllegalArgumentException _) {
            throw new MistakeException(
                    "a carrier is one of china-unicom, china-telecom, china-mobile; was \"" + text + "\"",
                    "运营商为 china-unicom（中国联通）、china-telecom（中国电信）或 china-mobile（中国移动）；收到“" + text + "”。");
        }
    }

    private FeeRange fees() {
        var from = one("feeFrom", SearchReading::fee);
        var to = one("feeTo", SearchReading::fee);
        if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
            checks.add("feeTo", "out-of-range", "is not below feeFrom: exchange the two", "不能低于 feeFrom：请交换两者。");
            return FeeRange.ANY;
        }
        return new FeeRange(from, to);
    }

    private static Money fee(String yuan) {
        try {
            var fee = Money.parse(yuan);
            if (fee.microYuan() >= 0) {
                return fee;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new MistakeException(
                "is an amount in yuan, 0 or more, such as 500 or 99.50; was \"" + yuan + "\"",
                "应为不小于 0 的金额（元），例如 500 或 99.50；收到“" + yuan + "”。");
    }

    private Optional<UUID> promotion(ShopWindow window, Instant now) {
        return checks.readIfPresent("promotion", "numbers.promotion-not-running", parameters.one("promotion"), text -> {
            var id = uuid(text);
            return id.filter(one -> window.promotion(one, now).isPresent())
                    .orElseThrow(() -> new MistakeException(
                            "no promotion \"" + text + "\" runs now; GET /api/v1/number-promotions/running lists those"
                                    + " that do",
                            "现在没有编号为“" + text + "”的促销活动；进行中的活动见 GET /api/v1/number-promotions/running。"));
        });
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A trade alone stands for its own name.
    private List<Fragment> fragments(Meanings meanings) {
        var trade = checks.readIfPresent("trade", "numbers.trade", parameters.one("trade"), SearchReading::trade);
        var text = Optional.ofNullable(parameters.one("meaning")).or(() -> trade.map(Trade::chinese));
        return text.flatMap(said ->
                        checks.readIfPresent("meaning", "numbers.meaning", said, name -> said(name, trade, meanings)))
                .orElse(List.of());
    }

    private static List<Fragment> said(String name, Optional<Trade> trade, Meanings meanings) {
        try {
            return meanings.of(name, trade);
        } catch (IllegalArgumentException _) {
            throw new MistakeException(
                    "is a name or a few words of at most 40 characters; was \"" + name + "\"",
                    "应为名称或几个词，最多 40 个字符；收到“" + name + "”。");
        }
    }

    private static Trade trade(String text) {
        return pick(
                Trade.all(),
                one -> text.equals(one.code()) || text.equals(one.chinese()),
                () -> new MistakeException(
                        "\"" + text + "\" is no trade; GET /api/v1/number-trades lists them",
                        "没有“" + text + "”这个行业；可用的行业见 GET /api/v1/number-trades。"));
    }

    private static Order order(String text) {
        var name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return pick(
                List.of(Order.values()),
                order -> order.name().equals(name),
                () -> new MistakeException(
                        "an order is one of memorability, price, price-down, number; was \"" + text + "\"",
                        "排序方式为 memorability（好记优先）、price（价格从低到高）、price-down（价格从高到低）或 number（按号码）；收到“" + text + "”。"));
    }

    private int limit() {
        int limit = PageLimit.read(checks, one("limit", SearchReading::count).orElse(USUAL_LIMIT));
        // A query cannot be made with a wrong one, and checks.done() is still to come.
        return Math.clamp(limit, 1, PageLimit.MOST);
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new MistakeException(
                    "is a whole number of 1 to " + PageLimit.MOST + "; was \"" + text + "\"",
                    "应为 1 到 " + PageLimit.MOST + " 的整数；收到“" + text + "”。");
        }
        return Integer.parseInt(text);
    }
}
