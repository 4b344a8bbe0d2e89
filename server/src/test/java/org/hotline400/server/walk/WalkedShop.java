package org.hotline400.server.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.billing.invoices.WalkedInvoice;
import org.hotline400.server.calls.PhoneCalls;
import org.hotline400.server.calls.SampledCall;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.server.recordings.RecordingStore;
import org.hotline400.server.recordings.Recordings;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.testing.Api;
import org.springframework.context.ApplicationContext;

/// Furnishes an enterprise with one of each thing that paths of the API name. A new kind of thing that belongs to
/// tenants comes in here, so that strangers are seen to find none.
final class WalkedShop {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final HotlineNumber NUMBER = new HotlineNumber("4003219876");
    /// Under contract, and never called.
    private static final HotlineNumber BILLED = new HotlineNumber("4003219877");

    private static final String PLAN = """
            {"settings": {"charging": "ringback"}, "start": "sorry", "steps": {
              "sorry": {"type": "hang-up", "prompts": ["system-busy"]}}}
            """;

    private final Tenants tenants;
    private final HotlineNumbers numbers;
    private final NumberDirectory directory;
    private final PhoneCalls desk;
    private final Prompts prompts;
    private final PromptLibrary library;
    private final RecordingStore store;
    private final Recordings recordings;
    private final Contracts contracts;
    private final Bills bills;
    private final Transactions transactions;
    private final Api api;
    private final ApplicationContext server;

    /// On the server that all tests share.
    WalkedShop(ApplicationContext server) {
        this.server = server;
        tenants = server.getBean(Tenants.class);
        numbers = server.getBean(HotlineNumbers.class);
        directory = server.getBean(NumberDirectory.class);
        desk = server.getBean(PhoneCalls.class);
        prompts = server.getBean(Prompts.class);
        library = server.getBean(PromptLibrary.class);
        store = server.getBean(RecordingStore.class);
        recordings = server.getBean(Recordings.class);
        contracts = server.getBean(Contracts.class);
        bills = server.getBean(Bills.class);
        transactions = server.getBean(Transactions.class);
        api = server.getBean(Api.class);
    }

    TenantId open() {
        return tenants.create("The shop that is walked around").id();
    }

    Things furnish(TenantId shop) throws IOException {
        var owner = api.as(shop, Role.OWNER);
        var things = new Things();
        things.add("/api/v1/charges/terms/{tenant}", shop.toString());
        addNumber(shop, owner, things);
        addList(owner, things);
        addPrompt(shop, things);
        addApplication(owner, things);
        addContract(shop, things);
        addBill(shop, things);
        things.add("/api/v1/recordings/{id}", record(shop, addCall(owner, things)));
        var deleted = record(shop, CallId.next());
        expectDone(owner.delete("/api/v1/recordings/" + deleted + "?reason=walk"));
        things.add("/api/v1/recordings/{id}/deletion-certificate", deleted);
        expectDone(api.asOperator().put("/api/v1/forward-targets/13800139871", "{\"tenant\":\"" + shop + "\"}"));
        things.add("/api/v1/forward-targets/{number}", "13800139871");
        add(
                things,
                "/api/v1/phones/{id}",
                owner,
                "/api/v1/phones",
                "{\"user\":\"walked-desk\",\"extension\":\"8009\"}");
        add(
                things,
                "/api/v1/api-keys/{id}",
                owner,
                "/api/v1/api-keys",
                "{\"name\":\"walked\",\"scopes\":[\"calls:read\"]}");
        add(things, "/api/v1/top-ups/{id}", owner, "/api/v1/top-ups", "{\"way\":\"bank-transfer\",\"amount\":\"100\"}");
        var subscription = add(
                things,
                "/api/v1/notifications/subscriptions/{id}",
                owner,
                "/api/v1/notifications/subscriptions",
                "{\"channel\":\"mail\",\"destination\":\"owner@example.com\"}");
        add(
                things,
                "/api/v1/notifications/deliveries/{id}",
                owner,
                "/api/v1/notifications/subscriptions/" + subscription + "/test",
                "");
        things.add("/api/v1/invoices/{id}", WalkedInvoice.ask(server, shop));
        things.lacks("/api/v1/invoices/{id}/pdf");
        return things;
    }

    private void addNumber(TenantId shop, Api.Client owner, Things things) {
        numbers.assign(NUMBER, shop, new Actor("test", "for a test"));
        await().atMost(SOON).until(() -> directory.find(NUMBER).isPresent());
        var path = "/api/v1/numbers/" + NUMBER + "/plan";
        expectDone(owner.put(path, PLAN));
        expectDone(owner.put(path + "/draft", PLAN));
        things.add("/api/v1/numbers/{number}", NUMBER.digits());
        things.add("/api/v1/numbers/{number}/plan/versions/{version}", "1");
    }

    /// Of the month before this one, with a correction.
    private void addBill(TenantId shop, Things things) {
        var month = bills.today().withDayOfMonth(1).minusMonths(1);
        var contract = new Contracts.Order(ContractId.next(), shop, BILLED, "basic", 1, 12, month, month);
        transactions.asOperator(() -> contracts.sign(contract));
        var bill = bills.issue(List.of(contract.id()), month).getFirst();
        things.add("/api/v1/bill-previews/{contract}", contract.id().toString());
        things.add("/api/v1/contracts/{id}/advice", contract.id().toString());
        things.add("/api/v1/bills/{id}", bill.toString());
        add(
                things,
                "/api/v1/credit-notes/{id}",
                api.asOperator(),
                "/api/v1/bills/" + bill + "/credit-notes",
                "{\"lines\":[{\"line\":1,\"amount\":\"1.00\"}],\"reason\":\"walked\"}");
    }

    private static void addList(Api.Client owner, Things things) {
        expectDone(owner.post("/api/v1/lists", "{\"name\":\"walked-list\",\"kind\":\"black\"}"));
        expectDone(owner.put("/api/v1/lists/walked-list/entries", "{\"pattern\":\"13800139876\"}"));
        things.add("/api/v1/lists/{name}", "walked-list");
        things.add("/api/v1/lists/{name}/entries/{id}", "number:13800139876");
    }

    private static void addApplication(Api.Client owner, Things things) {
        add(things, "/api/v1/applications/{id}", owner, "/api/v1/applications", "{}");
        things.lacks("/api/v1/applications/{id}/payment");
        things.lacks("/api/v1/applications/{id}/deletion-certificate");
    }

    /// For a number of its own, so that nobody is charged for the other one's calls.
    private void addContract(TenantId shop, Things things) {
        var today = LocalDate.now(BusinessTime.ZONE);
        var number = new HotlineNumber("4003219878");
        numbers.assign(number, shop, new Actor("test", "for a test"));
        var order = new Contracts.Order(ContractId.next(), shop, number, "basic", 1, 12, today, today.plusMonths(1));
        var contract = transactions.asOperator(() -> contracts.sign(order));
        things.add("/api/v1/contracts/{id}", contract.id().toString());
    }

    private void addPrompt(TenantId shop, Things things) throws IOException {
        library.put(
                shop,
                new PromptLibrary.Upload(new PromptName("walked-prompt"), Language.ZH, silence(), "walked", "test"));
        things.add("/api/v1/prompts/{name}", "walked-prompt");
        things.add("/api/v1/prompts/{name}/versions/{version}", "1");
    }

    private static byte[] silence() throws IOException {
        var format = new AudioFormat(8000, 16, 1, true, false);
        var out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[8000]), format, 4000),
                AudioFileFormat.Type.WAVE,
                out);
        return out.toByteArray();
    }

    private CallId addCall(Api.Client owner, Things things) {
        var call = SampledCall.take(desk, prompts, NUMBER, "+8613800139876");
        await().atMost(SOON).until(() -> owner.get("/api/v1/calls/" + call).status() == 200);
        things.add("/api/v1/calls/{id}", call.toString());
        things.add("/api/v1/charges/calls/{id}", call.toString());
        things.lacks("/api/v1/charges/calls/{id}");
        return call;
    }

    private String record(TenantId shop, CallId call) throws IOException {
        var recording = store.open(new RecordingRequest(
                call, shop, NUMBER, RecordingKind.CONVERSATION, RecordingRequest.DEFAULT_RETENTION, Instant.now()));
        recording.write(ByteBuffer.wrap(new byte[1600]));
        recording.close(false);
        var found = await().atMost(SOON)
                .until(() -> recordings.ofCall(shop, call), some -> !some.isEmpty())
                .getFirst();
        return found.id().toString();
    }

    private static String add(Things things, String place, Api.Client owner, String path, String body) {
        var answer = expectDone(owner.post(path, body));
        var id = answer.json().at("/id").asString();
        assertThat(id).as(path).isNotEmpty();
        things.add(place, id);
        return id;
    }

    private static Api.Answer expectDone(Api.Answer answer) {
        assertThat(answer.status())
                .as(() -> new String(answer.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isBetween(200, 299);
        return answer;
    }
}
