package org.hotline400.server.tariffs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.hotline400.server.tariffs.rating.Rounding;
import org.hotline400.server.tariffs.rating.Ruler;
import org.hotline400.server.tariffs.rating.Step;
import tools.jackson.databind.JsonNode;

/// Reads the price of a component.
///
/// ```yaml
/// connectFee: "0.10"
/// firstBlock: 60
/// windows:
///   - {from: "08:00", until: "22:00", perMinute: "0.15"}
///   - from: "22:00"
///     until: "08:00"
///     steps:
///       - {fromSecond: 0, amount: "0.10", perSeconds: 60, increment: 60}
///       - {fromSecond: 60, amount: "0.05", perSeconds: 60, increment: 6}
/// ```
///
/// One that is the same all day has `steps`, or `perMinute` alone, instead of `windows`.
final class PriceReader {
    private static final int MINUTE = 60;
    private static final String INCREMENT = "tariffs.increment";

    private PriceReader() {}

    /// Empty, and noted, when something is wrong.
    static Optional<Price> read(String path, JsonNode node, Checks checks) {
        return Fields.of(path, node, checks).flatMap(PriceReader::read);
    }

    private static Optional<Price> read(Fields fields) {
        var connectFee = fields.readIfPresent("connectFee", Fields::amount).orElse(Money.ZERO);
        var minimum = fields.readIfPresent("minimum", Fields::amount).orElse(Money.ZERO);
        int firstBlock = fields.readIfPresent("firstBlock", Fields::integer).orElse(0);
        var rounding = fields.object("rounding").flatMap(PriceReader::rounding).orElse(Rounding.USUAL);
        var windows = WindowsReader.read(fields);
        fields.nothingElse();
        return windows.flatMap(all -> fields.checks()
                        .read(
                                fields.path(),
                                "tariffs.price",
                                all,
                                list -> new Price(connectFee, firstBlock, minimum, rounding, list))
                        .value())
                .filter(price -> isCountable(fields, price));
    }

    private static Optional<Rounding> rounding(Fields fields) {
        var decimals = fields.read("decimals", Fields::integer).value();
        var up = fields.readIfPresent("up", Fields::bool).orElse(false);
        fields.nothingElse();
        return decimals.flatMap(count -> fields.checks()
                .read(fields.path("decimals"), "tariffs.rounding", count, places -> new Rounding(places, up))
                .value());
    }

    private static boolean isCountable(Fields fields, Price price) {
        price.windows().stream()
                .map(window -> window.steps().getFirst())
                .filter(step -> price.firstBlock() % step.increment() != 0)
                .findFirst()
                .ifPresent(step -> fields.fault(
                        "firstBlock",
                        INCREMENT,
                        "is whole increments of " + step.increment() + " s; was " + price.firstBlock(),
                        "应为 " + step.increment() + " 秒的整数倍。"));
        return fields.checks()
                .read(fields.path(), "tariffs.rates", price, Ruler::of)
                .value()
                .isPresent();
    }

    /// The steps of a window or of a day: a list of them, or one rate from the first second on.
    static Optional<List<Step>> steps(Fields fields) {
        if (!fields.has("steps")) {
            return step(fields, 0).map(List::of);
        }
        var rows = fields.objects("steps");
        var steps = new ArrayList<Step>();
        for (var row : rows) {
            int from = row.readIfPresent("fromSecond", Fields::integer).orElse(0);
            step(row, from).ifPresent(steps::add);
            row.nothingElse();
        }
        return steps.isEmpty() || steps.size() < rows.size() || !areInOrder(fields, steps)
                ? Optional.empty()
                : Optional.of(steps);
    }

    private static boolean areInOrder(Fields fields, List<Step> steps) {
        boolean good = true;
        for (int i = 0; i < steps.size(); i++) {
            int before = i == 0 ? -1 : steps.get(i - 1).fromSecond();
            int from = steps.get(i).fromSecond();
            var name = "steps[" + i + "].fromSecond";
            if (i == 0 ? from != 0 : from <= before) {
                good = false;
                fields.fault(
                        name, "tariffs.steps", "steps begin at 0 and later and later; was " + from, "阶梯应从 0 秒起依次递增。");
            } else if (i > 0 && (from - before) % steps.get(i - 1).increment() != 0) {
                good = false;
                fields.fault(
                        name,
                        INCREMENT,
                        "the step before has whole increments of "
                                + steps.get(i - 1).increment() + " s; was " + (from - before) + " s long",
                        "上一阶梯的时长应为其计费单位的整数倍。");
            }
        }
        return good;
    }

    private static Optional<Step> step(Fields fields, int fromSecond) {
        var rate = rate(fields);
        int increment = fields.readIfPresent("increment", Fields::integer).orElse(MINUTE);
        return rate.flatMap(found -> fields.checks()
                        .read(fields.path("increment"), INCREMENT, increment, size -> new Step(fromSecond, found, size))
                        .value())
                .filter(step -> divides(fields, step));
    }

    private static Optional<Rate> rate(Fields fields) {
        if (!fields.has("amount")) {
            return fields.read("perMinute", Fields::amount).value().map(amount -> new Rate(amount, MINUTE));
        }
        if (fields.has("perMinute")) {
            fields.fault(
                    "amount", "tariffs.rate", "is instead of perMinute, not beside it", "amount 与 perMinute 只能填一个。");
        }
        var amount = fields.read("amount", Fields::amount).value();
        int seconds = fields.readIfPresent("perSeconds", Fields::integer).orElse(MINUTE);
        return amount.flatMap(money -> fields.checks()
                .read(fields.path("perSeconds"), "tariffs.rate", seconds, per -> new Rate(money, per))
                .value());
    }

    private static boolean divides(Fields fields, Step step) {
        int seconds = step.rate().perSeconds();
        if (seconds % step.increment() == 0 || step.increment() % seconds == 0) {
            return true;
        }
        fields.fault(
                "increment",
                INCREMENT,
                step.increment() + " s do not go into the " + seconds + " s of the rate",
                "计费单位 " + step.increment() + " 秒不能整除费率的 " + seconds + " 秒。");
        return false;
    }
}
