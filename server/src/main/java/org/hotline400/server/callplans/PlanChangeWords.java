package org.hotline400.server.callplans;

import java.util.regex.Pattern;
import org.hotline400.server.callplans.PlanDifference.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Says in words what changed in a plan.
final class PlanChangeWords {
    private static final Pattern STEP = Pattern.compile("/steps/([^/]+)(?:/(.*))?");
    private static final Pattern SETTING = Pattern.compile("/settings/(.+)");
    private static final Pattern EXAMPLE = Pattern.compile("/examples/([0-9]+)(?:/(.*))?");
    private static final int MOST = 80;

    private PlanChangeWords() {}

    static Words of(Kind kind, String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        var part = part(path);
        var whole = STEP.matcher(path).matches() && path.indexOf('/', "/steps/".length()) < 0;
        return switch (kind) {
            case ADDED ->
                new Words(
                        "新增" + part.zh() + value("：", after, whole), "added " + part.en() + value(": ", after, whole));
            case REMOVED ->
                new Words(
                        "删除" + part.zh() + value("：", before, whole),
                        "removed " + part.en() + value(": ", before, whole));
            case CHANGED ->
                new Words(
                        part.zh() + "由 " + text(before) + " 改为 " + text(after),
                        part.en() + " changed from " + text(before) + " to " + text(after));
        };
    }

    private static Words part(String path) {
        var step = STEP.matcher(path);
        if (step.matches()) {
            return within("步骤“" + step.group(1) + "”", "step \"" + step.group(1) + "\"", step.group(2));
        }
        var example = EXAMPLE.matcher(path);
        if (example.matches()) {
            var ordinal = String.valueOf(Integer.parseInt(example.group(1)) + 1);
            return within("示例 " + ordinal, "example " + ordinal, example.group(2));
        }
        var setting = SETTING.matcher(path);
        if (setting.matches()) {
            return within("设置", "setting", setting.group(1));
        }
        return "/start".equals(path) ? new Words("起始步骤", "the start") : new Words("方案的 " + path, "the plan's " + path);
    }

    private static Words within(String zh, String en, @Nullable String field) {
        if (field == null) {
            return new Words(zh, en);
        }
        var name = field.replace('/', '.');
        return new Words(zh + "的 " + name + " ", en + (en.equals("setting") ? " " : ", ") + name);
    }

    /// A step that came or went is not written out.
    private static String value(String colon, @Nullable JsonNode node, boolean whole) {
        return whole || node == null ? "" : colon + text(node);
    }

    private static String text(@Nullable JsonNode node) {
        var text = String.valueOf(node);
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
