package org.hotline400.server.callplans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that holds of a call's variables or tags, or does not.
///
/// ```json
/// {"variable": "grade", "in": ["gold", "platinum"]}   {"variable": "caller.kind", "not": true, "is": "mobile"}
/// {"variable": "balance", "atLeast": 100}             {"tag": "returning"}
/// ```
sealed interface Condition {

    boolean holds(Circumstances circumstances);

    /// The variables it looks at.
    List<VariableName> variables();

    record Tagged(String tag, boolean negated) implements Condition {
        @Override
        public boolean holds(Circumstances circumstances) {
            return circumstances.tagged(tag) != negated;
        }

        @Override
        public List<VariableName> variables() {
            return List.of();
        }
    }

    record Tested(VariableName variable, Test test, boolean negated) implements Condition {
        @Override
        public boolean holds(Circumstances circumstances) {
            return test.passes(circumstances.variable(variable)) != negated;
        }

        @Override
        public List<VariableName> variables() {
            return List.of(variable);
        }
    }

    sealed interface Test {
        boolean passes(String value);

        record In(Set<String> values) implements Test {
            public In {
                values = Set.copyOf(values);
            }

            @Override
            public boolean passes(String value) {
                return values.contains(value);
            }
        }

        record Prefix(String prefix) implements Test {
            @Override
            public boolean passes(String value) {
                return value.startsWith(prefix);
            }
        }

        /// Null: no bound on this side. What is no number lies outside.
        record Within(@Nullable BigDecimal least, @Nullable BigDecimal most) implements Test {
            private static final int MOST_DIGITS = 30;

            @Override
            public boolean passes(String value) {
                var number = number(value);
                return number != null
                        && (least == null || number.compareTo(least) >= 0)
                        && (most == null || number.compareTo(most) <= 0);
            }

            private static @Nullable BigDecimal number(String value) {
                // Scientific notation could ask for a billion digits.
                if (value.isEmpty() || value.length() > MOST_DIGITS || !value.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
                    return null;
                }
                return new BigDecimal(value);
            }
        }

        /// Anything but nothing.
        record Present() implements Test {
            @Override
            public boolean passes(String value) {
                return !value.isEmpty();
            }
        }
    }

    static Optional<Condition> read(Fields fields) {
        boolean negated = fields.flag("not", false);
        if (fields.has("tag")) {
            return Optional.of(new Tagged(fields.text("tag"), negated));
        }
        var variable = VariableFields.variable(fields, "variable");
        var tests = tests(fields);
        if (tests.size() != 1) {
            fields.error(
                    "",
                    "plan.condition-malformed",
                    "a condition has exactly one of is, in, prefix, present, or atLeast and atMost");
            return Optional.empty();
        }
        return variable.map(name -> new Tested(name, tests.getFirst(), negated));
    }

    private static List<Test> tests(Fields fields) {
        var tests = new ArrayList<Test>();
        if (fields.has("is")) {
            tests.add(new Test.In(Set.of(fields.text("is"))));
        }
        if (fields.has("in")) {
            tests.add(new Test.In(Set.copyOf(fields.textsIn("in"))));
        }
        if (fields.has("prefix")) {
            tests.add(new Test.Prefix(fields.text("prefix")));
        }
        if (fields.has("present")) {
            tests.add(fields.flag("present", true) ? new Test.Present() : new Test.In(Set.of("")));
        }
        if (fields.has("atLeast") || fields.has("atMost")) {
            tests.add(new Test.Within(fields.decimal("atLeast"), fields.decimal("atMost")));
        }
        return tests;
    }
}
