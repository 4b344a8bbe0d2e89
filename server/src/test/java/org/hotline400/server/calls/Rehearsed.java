package org.hotline400.server.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.callplans.Phrase;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanChecker;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.regions.Region;

/// A call for tests: `Rehearsed.call("4008888888").keys("1", "2").target("13800138001", busy()).take()`.
final class Rehearsed {
    static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    private static final HotlineNumber NUMBER = new HotlineNumber("4008888888");

    private final PlanDirectory.Listing listing;
    private final List<RehearsalScript.Key> keys = new ArrayList<>();
    private final Map<String, Behaviour> targets = new HashMap<>();
    private Behaviour others = answers(3, 60);
    private String caller = "13812345678";
    private Instant at = shanghai("2026-03-03T10:00");
    private Duration patience;
    private Duration message = Duration.ofSeconds(10);
    private FakePrompts prompts = new FakePrompts();
    private CallRules rules = CallRules.STANDARD;
    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final Map<String, DataDips.Answer> answers = new HashMap<>();
    private Optional<Boolean> closedToday = Optional.empty();
    private final Map<String, Draw> draws = new HashMap<>();
    private Set<String> full = Set.of();

    private Rehearsed(PlanDirectory.Listing listing) {
        this.listing = listing;
    }

    static Rehearsed sample(String number) {
        return call(samplePlan(number));
    }

    static Rehearsed call(CallPlan plan) {
        return new Rehearsed(new PlanDirectory.Listing.InService(TENANT, 1, plan));
    }

    static Rehearsed call(PlanDirectory.Listing listing) {
        return new Rehearsed(listing);
    }

    static CallPlan samplePlan(String number) {
        return plan(resource("/samples/plans/" + number + ".json"));
    }

    static CallPlan plan(String document) {
        return switch (PlanChecker.check(document, PlanBounds.OPERATOR, _ -> true)) {
            case CheckedPlan.Sound sound -> sound.plan();
            case CheckedPlan.Faulty faulty ->
                throw new AssertionError(faulty.findings().toString());
        };
    }

    static String resource(String path) {
        try (var in = Rehearsed.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant shanghai(String time) {
        return LocalDateTime.parse(time).atZone(BusinessTime.ZONE).toInstant();
    }

    static Behaviour answers(int after, int talks) {
        return new Behaviour.Answers(Duration.ofSeconds(after), Duration.ofSeconds(talks));
    }

    static Behaviour busy() {
        return new Behaviour.Busy();
    }

    static Behaviour neverAnswers() {
        return new Behaviour.NeverAnswers();
    }

    static Behaviour unreachable() {
        return new Behaviour.Unreachable();
    }

    Rehearsed keys(String... pressed) {
        for (var key : pressed) {
            keys.add(new RehearsalScript.Key(key.charAt(0), null));
        }
        return this;
    }

    Rehearsed keyAfter(String key, int seconds) {
        keys.add(new RehearsalScript.Key(key.charAt(0), Duration.ofSeconds(seconds)));
        return this;
    }

    Rehearsed at(String shanghaiTime) {
        at = shanghai(shanghaiTime);
        return this;
    }

    Rehearsed target(String target, Behaviour behaviour) {
        targets.put(target, behaviour);
        return this;
    }

    Rehearsed allTargets(Behaviour behaviour) {
        others = behaviour;
        return this;
    }

    Rehearsed hangsUpAfter(int seconds) {
        patience = Duration.ofSeconds(seconds);
        return this;
    }

    Rehearsed speaks(int seconds) {
        message = Duration.ofSeconds(seconds);
        return this;
    }

    Rehearsed from(String raw) {
        caller = raw;
        return this;
    }

    Rehearsed withoutPrompt(String name) {
        prompts = prompts.without(name);
        return this;
    }

    Rehearsed rules(CallRules other) {
        rules = other;
        return this;
    }

    Rehearsed closedToday() {
        closedToday = Optional.of(true);
        return this;
    }

    /// The caller's line is at home there.
    Rehearsed livesIn(String province, String city) {
        surroundings.home = new Region(province, city, "", "", "");
        return this;
    }

    Rehearsed holidays(HolidayCalendar calendar) {
        surroundings.calendar = calendar;
        return this;
    }

    Rehearsed list(CallerList list) {
        surroundings.lists.put(list.name(), list);
        return this;
    }

    /// The number's package lacks these.
    Rehearsed lacks(PlanFeature... features) {
        var left = EnumSet.allOf(PlanFeature.class);
        left.removeAll(List.of(features));
        surroundings.features = left;
        return this;
    }

    /// What the enterprise's system answers to this step.
    Rehearsed answer(String step, DataDips.Answer answer) {
        answers.put(step, answer);
        return this;
    }

    Rehearsed draw(String step, Draw draw) {
        draws.put(step, draw);
        return this;
    }

    Rehearsed full(String... targets) {
        full = Set.of(targets);
        return this;
    }

    /// Of a world where nothing is remembered, and no system answers.
    static Resources resources() {
        return new Resources(
                new FakeSurroundings(),
                _ -> new DataDips.Answer.Failed("nobody is there", false),
                new Rehearsal.ScriptedDistributions(RehearsalWorld.USUAL),
                Rehearsed::speak,
                new PinGuard());
    }

    /// One prompt a value: `amount-12.50`.
    private static List<PromptName> speak(Phrase.Manner manner, String value, Language language) {
        return List.of(new PromptName(manner.code() + "-" + value.replaceAll("[^0-9a-z]", "-")));
    }

    Rehearsal.Outcome outcome() {
        return new Rehearsal(prompts, rules, surroundings, Rehearsed::speak)
                .of(
                        NUMBER,
                        listing,
                        new RehearsalScript(caller, at, keys, targets, others, patience, message),
                        new RehearsalWorld(closedToday, answers, draws, full));
    }

    CallRecord take() {
        return outcome().call();
    }

    /// The steps that the call went through, each once in a row.
    static List<String> path(CallRecord call) {
        var path = new ArrayList<String>();
        for (var step : call.steps()) {
            if (path.isEmpty() || !path.getLast().equals(step.step())) {
                path.add(step.step());
            }
        }
        return path;
    }

    static List<String> reached(CallRecord call) {
        return call.attempts().stream()
                .map(attempt -> attempt.target() + " " + attempt.result().code())
                .toList();
    }
}
