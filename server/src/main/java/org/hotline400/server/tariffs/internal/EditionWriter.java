package org.hotline400.server.tariffs.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rounding;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes an edition so that [EditionReader] reads the same.
final class EditionWriter {
    private EditionWriter() {}

    static ObjectNode write(Tariff tariff) {
        var out = JsonMapper.shared().createObjectNode();
        out.put("code", tariff.code());
        out.put("version", tariff.version());
        out.put("from", tariff.starts().toString());
        out.put("chinese", tariff.chinese());
        out.put("english", tariff.english());
        var usage = out.putObject("usage").put("from", tariff.usage().from());
        tariff.usage().before().ifPresent(before -> usage.put("before", before));
        out.put("rentPerMonth", tariff.rentPerMonth().toString());
        out.put("minutes", tariff.minutes());
        out.put("perMinute", tariff.perMinute().toString());
        var terms = out.putArray("terms");
        tariff.terms()
                .forEach(term -> terms.addObject().put("months", term.months()).put("percentOff", term.percentOff()));
        writeCalls(out, tariff);
        writeConditions(out, tariff);
        writeFeatures(out, tariff);
        return out;
    }

    private static void writeCalls(ObjectNode out, Tariff tariff) {
        var prices = out.putObject("prices");
        tariff.calls().prices().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> writePrice(prices.putObject(entry.getKey().code()), entry.getValue()));
        var bundled = out.putArray("bundled");
        tariff.calls().bundled().stream()
                .sorted(Comparator.naturalOrder())
                .map(Component::code)
                .forEach(bundled::add);
    }

    private static void writePrice(ObjectNode out, Price price) {
        if (price.connectFee().microYuan() > 0) {
            out.put("connectFee", price.connectFee().toString());
        }
        if (price.firstBlock() > 0) {
            out.put("firstBlock", price.firstBlock());
        }
        if (price.minimum().microYuan() > 0) {
            out.put("minimum", price.minimum().toString());
        }
        if (!price.rounding().equals(Rounding.USUAL)) {
            out.putObject("rounding")
                    .put("decimals", price.rounding().decimals())
                    .put("up", price.rounding().up());
        }
        var windows = out.putArray("windows");
        price.windows().forEach(window -> writeWindow(windows.addObject(), window));
    }

    private static void writeWindow(ObjectNode out, Window window) {
        out.put("from", window.from().toString());
        writeSteps(out, window.steps());
    }

    private static void writeSteps(ObjectNode out, List<Step> steps) {
        var rows = out.putArray("steps");
        steps.forEach(step -> rows.addObject()
                .put("fromSecond", step.fromSecond())
                .put("amount", step.rate().amount().toString())
                .put("perSeconds", step.rate().perSeconds())
                .put("increment", step.increment()));
    }

    private static void writeConditions(ObjectNode out, Tariff tariff) {
        var conditions = tariff.conditions();
        out.put("unused", conditions.unused().code());
        out.put("firstMonth", conditions.firstMonth().code());
        out.put("minimum", conditions.minimum().toString());
        out.put("earlyExit", conditions.earlyExit().code());
    }

    private static void writeFeatures(ObjectNode out, Tariff tariff) {
        var included = out.putArray("included");
        tariff.entitlements().included().stream().sorted().map(Feature::code).forEach(included::add);
        var options = out.putObject("options");
        tariff.entitlements().options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        options.put(entry.getKey().code(), entry.getValue().toString()));
    }
}
