package org.hotline400.server.tariffs.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariff.Term;
import org.hotline400.server.tariffs.Tariff.Usage;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one edition of a package, as docs/tariffs.md describes it.
final class EditionReader {
    private static final int SECONDS = 60;
    private static final int PERCENT = 100;
    private static final long FEN = 10_000;
    private static final Set<Component> TALKS = Set.of(Component.FORWARD_FIXED, Component.FORWARD_MOBILE);

    private final Fields fields;
    private final Checks checks;

    private EditionReader(Fields fields) {
        this.fields = fields;
        this.checks = fields.checks();
    }

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong
    static Tariff read(String path, JsonNode node) {
        var checks = new Checks();
        var fields = Fields.of(path, node, checks);
        var read = fields.map(EditionReader::new).flatMap(EditionReader::read);
        checks.done();
        return read.orElseThrow();
    }

    private Optional<Tariff> read() {
        var code = fields.read("code", text -> text).value();
        var version = fields.read("version", Fields::integer).value();
        var from = fields.read("from", EditionReader::day).value();
        var chinese = fields.read("chinese", EditionReader::name).value();
        var english = fields.read("english", EditionReader::name).value();
        var usage = fields.object("usage").flatMap(this::usage);
        var rent = fields.read("rentPerMonth", EditionReader::rent).value();
        var minutes = fields.read("minutes", EditionReader::notNegative).value();
        var perMinute = fields.read("perMinute", Fields::amount).value();
        var terms = terms(rent);
        var calls = calls(perMinute);
        var conditions = ConditionsReader.read(fields);
        var entitlements = entitlements();
        fields.nothingElse();
        return all(code, version, from, chinese, english, rent, minutes, perMinute)
                ? checks.read(
                                fields.path(),
                                "tariffs.package",
                                fields,
                                _ -> new Tariff(
                                        code.orElseThrow(),
                                        version.orElseThrow(),
                                        from.orElseThrow(),
                                        chinese.orElseThrow(),
                                        english.orElseThrow(),
                                        usage.orElse(Usage.ANY),
                                        rent.orElseThrow(),
                                        minutes.orElseThrow(),
                                        perMinute.orElseThrow(),
                                        terms,
                                        calls,
                                        conditions,
                                        entitlements))
                        .value()
                : Optional.empty();
    }

    private static boolean all(Optional<?>... values) {
        return List.of(values).stream().allMatch(Optional::isPresent);
    }

    static LocalDate day(String text) {
        try {
            return IsoText.day(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a date such as 2027-01-01; was \"" + text + "\"", e);
        }
    }

    private static String name(String text) {
        if (text.isBlank() || text.length() > 100) {
            throw new IllegalArgumentException("is a name of 1 to 100 characters");
        }
        return text.strip();
    }

    private static Money rent(String text) {
        var rent = Fields.amount(text);
        if (rent.microYuan() % FEN != 0) {
            throw new IllegalArgumentException("is whole fen; was " + rent);
        }
        return rent;
    }

    private static int notNegative(String text) {
        int count = Fields.integer(text);
        if (count < 0) {
            throw new IllegalArgumentException("is 0 or more; was " + count);
        }
        return count;
    }

    private Optional<Usage> usage(Fields usage) {
        int from = usage.readIfPresent("from", EditionReader::notNegative).orElse(0);
        var before = usage.readIfPresent("before", Fields::integer);
        usage.nothingElse();
        return checks.read(usage.path(), "tariffs.usage", before, end -> new Usage(from, end))
                .value();
    }

    /// The shortest first, in whatever order they are written.
    private List<Term> terms(Optional<Money> rent) {
        var terms = new LinkedHashMap<Integer, Term>();
        for (var row : fields.objects("terms")) {
            var months = row.read("months", Fields::integer).value();
            var off = row.read("percentOff", Fields::integer).value();
            row.nothingElse();
            if (months.isEmpty() || off.isEmpty()) {
                continue;
            }
            checks.read(row.path(), "tariffs.term", months.get(), count -> new Term(count, off.get()))
                    .value()
                    .ifPresent(term -> {
                        rent.ifPresent(money -> checkWholeFen(row, money, term));
                        if (terms.put(term.months(), term) != null) {
                            row.fault("months", "tariffs.term-twice", "this term stands there twice", "合约期重复。");
                        }
                    });
        }
        if (!fields.has("terms")) {
            fields.fault("terms", "missing", "is required", "必填。");
        }
        return terms.values().stream()
                .sorted(Comparator.comparingInt(Term::months))
                .toList();
    }

    private static void checkWholeFen(Fields row, Money rent, Term term) {
        long amount = Math.multiplyExact(rent.microYuan() / PERCENT, PERCENT - term.percentOff());
        if (amount % FEN != 0) {
            row.fault(
                    "percentOff",
                    "tariffs.fraction-of-fen",
                    term.percentOff() + " % off " + rent + " is " + new Money(amount) + ", no whole fen",
                    "月租 " + rent + " 优惠 " + term.percentOff() + "% 后为 " + new Money(amount) + "，不足一分的零头无法收取。");
        }
    }

    /// Without prices: forwarded by the begun minute, to fixed lines and mobiles alike, and the bundle pays for both.
    private CallCharges calls(Optional<Money> perMinute) {
        var prices = fields.entries("prices", Component::of, this::price);
        var bundled = fields.has("bundled") ? Set.copyOf(fields.values("bundled", Component::of)) : TALKS;
        return new CallCharges(fields.has("prices") ? prices : everyMinute(perMinute), bundled);
    }

    private Optional<Price> price(String path, JsonNode node) {
        return PriceReader.read(path, node, checks);
    }

    private static Map<Component, Price> everyMinute(Optional<Money> perMinute) {
        return perMinute
                .map(amount -> Price.always(new Rate(amount, SECONDS), SECONDS))
                .map(price -> Map.of(Component.FORWARD_FIXED, price, Component.FORWARD_MOBILE, price))
                .orElse(Map.of());
    }

    /// All features are included where nothing is said.
    private Entitlements entitlements() {
        var included = included();
        var options = fields.entries("options", Feature::of, this::optionPrice);
        options.keySet().stream()
                .filter(included::contains)
                .forEach(both -> fields.fault(
                        "options." + both.code(),
                        "tariffs.option-included",
                        "is included with the rent already",
                        "该功能已包含在套餐内。"));
        return new Entitlements(included, options);
    }

    private Set<Feature> included() {
        if (!fields.has("included")) {
            return Entitlements.ALL.included();
        }
        var seen = new HashSet<Feature>();
        fields.values("included", Feature::of).forEach(seen::add);
        return seen;
    }

    private Optional<Money> optionPrice(String path, @Nullable JsonNode node) {
        return checks.read(path, "tariffs.malformed", node, value -> rent(Fields.text(value)))
                .value();
    }
}
