package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.regions.Region;
import org.jspecify.annotations.Nullable;

/// Whom to ring, and how.
///
/// ```json
/// {"to": "13800138001", "ringSeconds": 20, "percent": 40, "maxCalls": 2, "serves": ["广东", "深圳"],
///  "hours": [{"days": ["mon"], "from": "09:00", "to": "18:00"}], "whisper": ["call-from-hotline"], "acceptKey": "1"}
/// ```
///
/// @param to a target, or where to find one
/// @param ownRingTime counted from its first sign of ringing; null: the number's
/// @param share of calls, in percent; 0 where the strategy does not go by shares
/// @param mostCalls talks and ringing at once; 0: no bound
/// @param serves provinces and cities, short form, for the nearest branch
/// @param hours empty: always
/// @param reception what the answerer hears and does before the caller is connected
public record RungTarget(
        Destination to,
        @Nullable Duration ownRingTime,
        int share,
        int mostCalls,
        Set<String> serves,
        List<Period> hours,
        @Nullable Reception reception) {
    /// For one that could not be read; nothing of such a document is used.
    static final RungTarget STAND_IN = new RungTarget(
            new Destination.Fixed(new Target.Line("13800000000")), null, 0, 0, Set.of(), List.of(), null);

    /// Where a call is sent.
    public sealed interface Destination {
        /// As in the document.
        String text();

        record Fixed(Target target) implements Destination {
            @Override
            public String text() {
                return target.text();
            }
        }

        /// The extension that the caller typed: `ext:${extension}`.
        record TypedExtension(VariableName variable) implements Destination {
            @Override
            public String text() {
                return Target.Extension.PREFIX + "${" + variable + "}";
            }
        }
    }

    /// How the answerer is received.
    ///
    /// @param whisper heard by the answerer alone; may be empty
    /// @param acceptKey must be pressed to take the call, so that a voicemail box cannot; null: none
    /// @param patience how long to wait for it
    public record Reception(
            List<PromptName> whisper, @Nullable Character acceptKey, Duration patience) {
        public Reception {
            whisper = List.copyOf(whisper);
        }
    }

    public RungTarget {
        serves = Set.copyOf(serves);
        hours = List.copyOf(hours);
    }

    static Optional<RungTarget> read(Fields fields) {
        var ringTime = fields.has("ringSeconds") ? fields.ringTime("ringSeconds", Duration.ofSeconds(15)) : null;
        var serves = PlaceNames.places(fields, "serves");
        var share = fields.number("percent", 0, 0, 100);
        var mostCalls = fields.number("maxCalls", 0, 0, 1000);
        var hours = fields.has("hours")
                ? fields.objects("hours", PlanBounds.MAX_PERIODS, Period::readWeekly)
                : List.<Period>of();
        var reception = reception(fields);
        return destination(fields).map(to -> new RungTarget(to, ringTime, share, mostCalls, serves, hours, reception));
    }

    private static @Nullable Reception reception(Fields fields) {
        if (!fields.has("whisper") && !fields.has("acceptKey")) {
            return null;
        }
        var key = fields.has("acceptKey") ? Character.valueOf(fields.key("acceptKey", '1')) : null;
        if (key != null && key != '1' && !fields.has("whisper")) {
            fields.error("whisper", "plan.whisper-missing", "say which key to press: the usual words say 1");
        }
        var whisper = fields.has("whisper")
                ? PromptFields.prompts(fields, "whisper", true)
                : List.of(new PromptName("system-press-1-to-accept"));
        return new Reception(whisper, key, fields.seconds("acceptSeconds", 10, 3, 30));
    }

    private static Optional<Destination> destination(Fields fields) {
        var text = fields.text("to");
        var typed = TargetText.typedExtension(text);
        if (typed.isPresent()) {
            return Optional.of(new Destination.TypedExtension(typed.get()));
        }
        return switch (TargetText.read(text, fields.bounds())) {
            case TargetText.Reading.Good good -> Optional.of(new Destination.Fixed(good.target()));
            case TargetText.Reading.Bad bad -> {
                if (!text.isEmpty()) {
                    fields.error("to", bad.code(), bad.message());
                }
                yield Optional.empty();
            }
        };
    }

    public Duration ringTime(Duration otherwise) {
        return ownRingTime == null ? otherwise : ownRingTime;
    }

    /// Null when it is known only once the caller has typed it.
    public @Nullable Target target() {
        return to instanceof Destination.Fixed fixed ? fixed.target() : null;
    }

    /// Whether a phone of the enterprise itself is rung.
    public boolean wantsExtensions() {
        return switch (to) {
            case Destination.TypedExtension _ -> true;
            case Destination.Fixed fixed -> fixed.target() instanceof Target.Extension;
        };
    }

    /// Whether it may be rung at this moment.
    public boolean isOpen(Moment now) {
        if (hours.isEmpty()) {
            return true;
        }
        var today = now.dayOfWeek();
        for (var period : hours) {
            if ((period.days().contains(today) && period.holdsOn(now.minute()))
                    || (period.days().contains(today.minus(1)) && period.holdsOver(now.minute()))) {
                return true;
            }
        }
        return false;
    }

    /// How near it is to a caller: 0 in the same city, 1 in the same province, 2 elsewhere.
    int distance(Region region) {
        if (region.isUnknown()) {
            return 2;
        }
        if (!region.city().isEmpty() && serves.contains(region.city())) {
            return 0;
        }
        return serves.contains(region.province()) ? 1 : 2;
    }

    /// The prompts it names.
    List<PromptName> prompts() {
        return reception == null ? List.of() : reception.whisper();
    }
}
