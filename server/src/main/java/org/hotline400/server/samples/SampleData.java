package org.hotline400.server.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanDraft;
import org.hotline400.server.callplans.Publication;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerLists;
import org.hotline400.server.lists.EntryOrder;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.ListOrder;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.telephony.TrunkOrder;
import org.hotline400.server.telephony.Trunks;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Fills in the sample customers: once; a second start finds them there and changes nothing that somebody changed
/// since.
@Component
public class SampleData {
    private static final Actor ACTOR = new Actor("samples", "sample data was asked for");
    private static final Duration SNAPSHOT_TIME = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final ListName GOLD_CUSTOMERS = new ListName("gold-customers");
    private static final String LOOPBACK = "this-machine";

    private final Tenants tenants;
    private final SampleKeys keys;
    private final SampleAccounts accounts;
    private final HotlineNumbers numbers;
    private final NumberDirectory directory;
    private final PromptLibrary prompts;
    private final CallerLists lists;
    private final CallPlans plans;
    private final Trunks trunks;
    private final JsonMapper json;
    private volatile Map<String, String> apiKeys = Map.of();

    SampleData(
            HotlineSettings settings,
            Tenants tenants,
            SampleKeys keys,
            SampleAccounts accounts,
            HotlineNumbers numbers,
            NumberDirectory directory,
            PromptLibrary prompts,
            CallerLists lists,
            CallPlans plans,
            Trunks trunks,
            JsonMapper json) {
        this.tenants = tenants;
        this.keys = keys;
        this.accounts = accounts;
        this.numbers = numbers;
        this.directory = directory;
        this.prompts = prompts;
        this.lists = lists;
        this.plans = plans;
        this.trunks = trunks;
        this.json = json;
        if (settings.sampleData()) {
            fill();
        }
    }

    /// The keys in clear, by customer, `operator` among them; empty when no sample data was asked for.
    public Map<String, String> apiKeys() {
        return apiKeys;
    }

    private void fill() {
        var issued = new TreeMap<String, String>();
        issued.put("operator", keys.of("operator", TenantId.OPERATOR, Role.OPERATOR));
        accounts.addOperators();
        for (var customer : SampleCustomer.ALL) {
            issued.put(customer.slug(), customer(customer));
        }
        trustThisMachine();
        awaitCallsFindThem();
        apiKeys = Map.copyOf(issued);
    }

    /// Calls go by a snapshot that is a moment behind the database: whoever sees the keys can call at once.
    private void awaitCallsFindThem() {
        var deadline = System.nanoTime() + SNAPSHOT_TIME.toNanos();
        while (!SampleCustomer.ALL.stream()
                        .allMatch(one -> directory.find(one.number()).isPresent())
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private String customer(SampleCustomer customer) {
        var tenant = keys.holder(customer.slug())
                .map(Caller::tenant)
                .orElseGet(() -> tenants.create(customer.name()).id());
        var key = keys.of(customer.slug(), tenant, Role.OWNER);
        accounts.addPeopleOf(customer.slug(), tenant);
        if (plans.latest(tenant, customer.number()).isEmpty()) {
            equip(customer, tenant);
        }
        return key;
    }

    private void equip(SampleCustomer customer, TenantId tenant) {
        texts().stream()
                .filter(text -> text.name().startsWith(customer.prompts()))
                .forEach(text -> prompts.put(tenant, upload(text)));
        assign(customer.number(), tenant);
        if (!customer.goldCustomers().isEmpty()) {
            addGoldCustomers(tenant, customer.goldCustomers());
        }
        publish(customer.number(), tenant);
    }

    /// Gives a customer, whose prompts are there, another number with its plan.
    void equip(HotlineNumber number, TenantId tenant) {
        assign(number, tenant);
        publish(number, tenant);
    }

    private void assign(HotlineNumber number, TenantId tenant) {
        var assigned = numbers.assign(number, tenant, ACTOR);
        if (assigned.result().isEmpty()) {
            throw new IllegalStateException("the sample number " + number + " belongs to somebody: start"
                    + " without sample data, or with another data folder (" + assigned + ")");
        }
    }

    private void addGoldCustomers(TenantId tenant, List<String> numbersOfThem) {
        lists.create(tenant, new ListOrder(GOLD_CUSTOMERS, ListKind.VIP, "贵宾客户 (gold customers)", Optional.empty()))
                .orElseThrow(why -> new IllegalStateException("the sample list cannot be made: " + why));
        for (var number : numbersOfThem) {
            lists.put(tenant, GOLD_CUSTOMERS, EntryOrder.of(EntryPattern.parse(PatternKind.NUMBER, number)))
                    .orElseThrow(why -> new IllegalStateException("the sample list cannot be filled: " + why));
        }
    }

    private void publish(HotlineNumber number, TenantId tenant) {
        var document = new String(resource("plans/" + number + ".json"), StandardCharsets.UTF_8);
        var draft = new PlanDraft(tenant, number, document, PlanBounds.CUSTOMER, ACTOR.name(), "the sample plan");
        if (plans.publish(draft) instanceof Publication.Refused refused) {
            throw new IllegalStateException("the sample plan of " + number + " has faults: " + refused);
        }
    }

    private PromptLibrary.Upload upload(Text text) {
        var wav = resource("prompts/" + text.language() + "/" + text.name() + ".wav");
        var language = text.language().equals(Language.ZH.tag()) ? Language.ZH : Language.EN;
        return new PromptLibrary.Upload(new PromptName(text.name()), language, wav, text.text(), ACTOR.name());
    }

    /// Calls from this machine are let in, so that a SIP phone beside the server can try it. Only with sample data.
    private void trustThisMachine() {
        if (trunks.all().stream().noneMatch(trunk -> trunk.order().name().equals(LOOPBACK))) {
            trunks.add(new TrunkOrder(
                    LOOPBACK,
                    true,
                    List.of(AddressRange.of("127.0.0.0/8"), AddressRange.of("::1")),
                    Optional.empty(),
                    "010",
                    Optional.empty()));
        }
    }

    /// What is spoken in a sample prompt.
    record Text(String name, String language, String text) {}

    private List<Text> texts() {
        return List.of(json.readValue(resource("prompts.json"), Text[].class));
    }

    private static byte[] resource(String name) {
        try {
            return new ClassPathResource("samples/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks samples/" + name, e);
        }
    }
}
