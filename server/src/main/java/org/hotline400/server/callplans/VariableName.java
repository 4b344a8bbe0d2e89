package org.hotline400.server.callplans;

import java.util.Set;
import java.util.regex.Pattern;

/// The name of a variable. Those with a dot are facts of the call, and cannot be set: `caller.province`.
public record VariableName(String value) {
    // Before the names below, which are checked by it.
    static final int MOST_CHARACTERS = 64;
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    /// The calling number in its national form; empty when withheld.
    public static final VariableName CALLER = new VariableName("caller");
    public static final VariableName CALLER_KIND = new VariableName("caller.kind");
    public static final VariableName CALLER_PROVINCE = new VariableName("caller.province");
    public static final VariableName CALLER_CITY = new VariableName("caller.city");
    public static final VariableName CALLER_AREA_CODE = new VariableName("caller.area-code");
    public static final VariableName CALLER_CARRIER = new VariableName("caller.carrier");
    /// The 400 number.
    public static final VariableName CALLED = new VariableName("called");
    /// 0 where the plan sets none; higher is served first.
    public static final VariableName PRIORITY = new VariableName("call.priority");
    public static final VariableName LANGUAGE = new VariableName("call.language");
    /// HH:MM in Chinese time.
    public static final VariableName TIME = new VariableName("call.time");
    /// YYYY-MM-DD in Chinese time.
    public static final VariableName DATE = new VariableName("call.date");
    /// What the caller answered in a survey: 1 to 5.
    public static final VariableName SURVEY_SCORE = new VariableName("survey.score");

    static final Set<VariableName> FACTS = Set.of(
            CALLER,
            CALLER_KIND,
            CALLER_PROVINCE,
            CALLER_CITY,
            CALLER_AREA_CODE,
            CALLER_CARRIER,
            CALLED,
            PRIORITY,
            LANGUAGE,
            TIME,
            DATE,
            SURVEY_SCORE);

    public VariableName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a variable is named in lower case, words joined by hyphens, at most "
                    + MOST_CHARACTERS + " characters, such as \"order-number\"; was \"" + value + "\"");
        }
    }

    static boolean isValid(String text) {
        return text.length() <= MOST_CHARACTERS && FORM.matcher(text).matches();
    }

    /// Whether the platform sets it, and plans cannot.
    boolean isFact() {
        return FACTS.contains(this);
    }

    @Override
    public String toString() {
        return value;
    }
}
