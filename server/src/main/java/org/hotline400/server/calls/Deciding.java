package org.hotline400.server.calls;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hotline400.server.callplans.Choice;
import org.hotline400.server.callplans.Decision;

/// Takes the steps that only decide, and notes why.
final class Deciding {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);

    private final Course course;
    private final CallNotes notes;

    Deciding(Course course, CallNotes notes) {
        this.course = course;
        this.notes = notes;
    }

    Choice decide(Decision step) {
        var now = course.now();
        var choice = step.decide(course);
        var facts = new HashMap<>(Map.of("next", choice.next().value()));
        switch (choice.ground()) {
            case WITHIN_HOURS -> {
                facts.put("time", DAY.format(now.day()) + " " + now.clock());
                facts.put("period", choice.detail());
            }
            case OUT_OF_HOURS -> facts.put("time", DAY.format(now.day()) + " " + now.clock());
            case CLOSED_BY_DATE -> facts.put("dates", choice.detail());
            case REGION_MATCHED -> {
                facts.put("region", region());
                facts.put("matched", choice.detail());
            }
            case REGION_OTHER -> facts.put("region", region());
            case LISTED -> facts.put("list", choice.detail());
            case CONDITION_MET -> facts.put("case", choice.detail());
            case CLOSED_TODAY, ON_HOLIDAY, NOT_LISTED, NO_CONDITION_MET -> {}
        }
        notes.because(why(choice.ground()), facts);
        return choice;
    }

    private String region() {
        var region = course.region();
        if (region.isUnknown()) {
            return "(" + course.caller().kind().code() + ")";
        }
        return region.city().isEmpty() || region.city().equals(region.province())
                ? region.province()
                : region.province() + region.city();
    }

    private static Why why(Choice.Ground ground) {
        return switch (ground) {
            case WITHIN_HOURS -> Why.HOURS_OPEN;
            case OUT_OF_HOURS -> Why.HOURS_CLOSED;
            case CLOSED_TODAY -> Why.CLOSED_TODAY;
            case ON_HOLIDAY -> Why.ON_HOLIDAY;
            case CLOSED_BY_DATE -> Why.CLOSED_BY_DATE;
            case REGION_MATCHED -> Why.REGION_MATCHED;
            case REGION_OTHER -> Why.REGION_OTHER;
            case LISTED -> Why.LISTED;
            case NOT_LISTED -> Why.NOT_LISTED;
            case CONDITION_MET -> Why.CONDITION_MET;
            case NO_CONDITION_MET -> Why.NO_CONDITION_MET;
        };
    }
}
