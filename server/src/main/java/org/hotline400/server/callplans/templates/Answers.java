package org.hotline400.server.callplans.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.Checks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the answers to a template's questions; what is wrong with them, all at once, the checks tell.
final class Answers {
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_NAME = 24;

    private final JsonNode node;
    private final Checks checks;

    Answers(JsonNode node, Checks checks) {
        this.node = node;
        this.checks = checks;
    }

    /// A branch of an enterprise, and its line for each course.
    record Branch(String name, List<String> lines) {
        Branch {
            lines = List.copyOf(lines);
        }
    }

    private @Nullable JsonNode find(String name) {
        var answer = node.get(name);
        return answer == null || answer.isNull() ? null : answer;
    }

    List<String> lines(String name, int most) {
        var answer = find(name);
        if (answer == null) {
            checks.add(name, "missing", "is required");
            return List.of();
        }
        return texts(answer, name, most);
    }

    private List<String> texts(JsonNode answer, String name, int most) {
        if (!answer.isArray()
                || answer.isEmpty()
                || answer.size() > most
                || !answer.valueStream().allMatch(JsonNode::isString)) {
            checks.add(name, "malformed", "is a list of 1 to " + most + " texts");
            return List.of();
        }
        return answer.valueStream().map(JsonNode::asString).toList();
    }

    List<String> names(String name, int most) {
        var names = lines(name, most);
        if (!names.stream().allMatch(Answers::isName)
                || names.stream().distinct().count() < names.size()) {
            checks.add(name, "malformed", "names are lower-case words joined by hyphens, each once");
        }
        return names;
    }

    private static boolean isName(String text) {
        return text.length() <= MOST_NAME && NAME.matcher(text).matches();
    }

    /// For what only the whole of the answers shows.
    void refuse(String name, String message) {
        checks.add(name, "malformed", message);
    }

    List<Branch> branches(String name, int most, int lines) {
        var answer = find(name);
        var branches = new ArrayList<Branch>();
        if (answer == null || !answer.isArray() || answer.isEmpty() || answer.size() > most) {
            checks.add(name, answer == null ? "missing" : "malformed", "is a list of 1 to " + most + " branches");
            return branches;
        }
        answer.forEach(one -> {
            var branch = new Branch(one.path("name").asString(""), texts(one.path("lines"), name + "/lines", lines));
            if (!isName(branch.name()) || branch.lines().size() != lines) {
                checks.add(
                        name, "malformed", "a branch has a short name, and " + lines + " lines: one for each course");
            }
            branches.add(branch);
        });
        return branches;
    }

    OfficeHours hours(String name, OfficeHours otherwise) {
        var answer = find(name);
        if (answer == null) {
            return otherwise;
        }
        var days = answer.has("days") ? texts(answer.path("days"), name + "/days", 7) : otherwise.days();
        var hours = new OfficeHours(
                days,
                answer.path("from").asString(otherwise.from()),
                answer.path("to").asString(otherwise.to()));
        if (!OfficeHours.WEEK.containsAll(days)
                || days.isEmpty()
                || !CLOCK.matcher(hours.from()).matches()
                || hours.from().equals("24:00")
                || !CLOCK.matcher(hours.to()).matches()) {
            checks.add(name, "malformed", "has days from mon to sun, and times such as 09:00 and 18:00");
            return otherwise;
        }
        return hours;
    }

    boolean flag(String name, boolean otherwise) {
        var answer = find(name);
        if (answer != null && !answer.isBoolean()) {
            checks.add(name, "malformed", "is true or false");
        }
        return answer == null ? otherwise : answer.asBoolean(otherwise);
    }

    int seconds(String name, int otherwise, int least, int most) {
        var answer = find(name);
        if (answer == null) {
            return otherwise;
        }
        if (!answer.isIntegralNumber() || answer.asLong() < least || answer.asLong() > most) {
            checks.add(name, "out-of-range", "is " + least + " to " + most + " seconds");
            return otherwise;
        }
        return answer.asInt();
    }

    Optional<String> prompt(String name) {
        var answer = find(name);
        if (answer != null
                && (!answer.isString() || !NAME.matcher(answer.asString()).matches())) {
            checks.add(name, "malformed", "is the name of a prompt: lower-case words joined by hyphens");
            return Optional.empty();
        }
        return Optional.ofNullable(answer).map(JsonNode::asString);
    }

    String promptNeeded(String name) {
        if (find(name) == null) {
            checks.add(name, "missing", "is required");
        }
        return prompt(name).orElse("none");
    }
}
