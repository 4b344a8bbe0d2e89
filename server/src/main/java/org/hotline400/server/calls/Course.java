package org.hotline400.server.calls;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.callplans.Circumstances;
import org.hotline400.server.callplans.Moment;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.callplans.Template;
import org.hotline400.server.callplans.VariableName;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.regions.Region;

/// What one call knows and has been told on its way through a plan. Belongs to the call's thread.
final class Course implements Circumstances {
    /// Bounds what a call can make us keep.
    private static final int MOST_VARIABLES = 100;

    private static final int MOST_CHARACTERS = 1000;

    private final Leading leading;
    private final Phone phone;
    private final Surroundings surroundings;
    private final PinGuard pins;
    private final CallerNumber caller;
    private final Region region;
    private final Map<VariableName, String> variables = new HashMap<>();
    private final Set<VariableName> secrets = new HashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private Language language;
    private int priority;

    Course(Leading leading, Phone phone, CallerNumber caller, Resources resources) {
        this.leading = leading;
        this.phone = phone;
        this.caller = caller;
        this.surroundings = resources.surroundings();
        this.pins = resources.pins();
        this.region = surroundings.region(caller);
        this.language = leading.plan().settings().language();
    }

    /// What the number's package grants.
    Set<PlanFeature> features() {
        return surroundings.features(leading.number());
    }

    @Override
    public CallerNumber caller() {
        return caller;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public Moment now() {
        return Moment.of(phone.now());
    }

    @Override
    public HolidayCalendar holidays() {
        return surroundings.holidays();
    }

    @Override
    public boolean closedToday() {
        return surroundings.closedToday(leading.tenant(), leading.number(), phone.now());
    }

    @Override
    public boolean listed(ListName name) {
        return surroundings
                .list(leading.tenant(), name)
                .filter(list -> covers(list, caller, region))
                .isPresent();
    }

    /// Whether a list covers a number, the caller's or one that was typed.
    boolean covers(CallerList list, CallerNumber number, Region home) {
        return list.covers(number, home, phone.now()).isPresent();
    }

    /// Whether these digits are the PIN by which this caller, who is on the list, gets through.
    boolean pinFits(ListName name, String digits) {
        var tenant = leading.tenant();
        var guesser = caller.normalised();
        if (!pins.allows(tenant, name, guesser, phone.now())) {
            return false;
        }
        boolean fits = surroundings
                .list(tenant, name)
                .filter(list -> list.covers(caller, region, phone.now())
                        .filter(entry -> list.pinFits(entry, digits))
                        .isPresent())
                .isPresent();
        if (fits) {
            pins.passed(tenant, name, guesser);
        } else {
            pins.failed(tenant, name, guesser, phone.now());
        }
        return fits;
    }

    /// Keeps a variable's value out of the record, or lets it in again.
    void keepSecret(VariableName name, boolean secret) {
        if (secret) {
            secrets.add(name);
        } else {
            secrets.remove(name);
        }
    }

    /// Whether what this makes must not stand in the record.
    boolean isSecret(Template template) {
        return template.variables().stream().anyMatch(secrets::contains);
    }

    /// The value as the record may say it.
    String shown(VariableName name) {
        return secrets.contains(name) ? "***" : variable(name);
    }

    @Override
    public String variable(VariableName name) {
        var own = variables.get(name);
        return own == null ? fact(name) : own;
    }

    private String fact(VariableName name) {
        return switch (name.value()) {
            case "caller" -> caller.normalised();
            case "caller.kind" -> caller.kind().code();
            case "caller.province" -> region.province();
            case "caller.city" -> region.city();
            case "caller.area-code" -> region.areaCode();
            case "caller.carrier" -> region.carrier();
            case "called" -> leading.number().digits();
            case "call.priority" -> String.valueOf(priority);
            case "call.language" -> language.tag();
            case "call.time" -> now().clock();
            case "call.date" -> now().day().toString();
            default -> "";
        };
    }

    /// Keeps a value; one that is too long is cut.
    void set(VariableName name, String value) {
        if (variables.size() < MOST_VARIABLES || variables.containsKey(name)) {
            variables.put(name, value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value);
        }
    }

    void tag(List<String> more) {
        if (tags.size() + more.size() <= MOST_VARIABLES) {
            tags.addAll(more);
        }
    }

    @Override
    public boolean tagged(String tag) {
        return tags.contains(tag);
    }

    /// In the order in which they were put on.
    List<String> tags() {
        return List.copyOf(tags);
    }

    void speak(Language other) {
        language = other;
    }

    Language language() {
        return language;
    }

    void priority(int other) {
        priority = other;
    }
}
