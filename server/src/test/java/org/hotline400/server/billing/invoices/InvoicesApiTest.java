package org.hotline400.server.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.CreditNote;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.server.vault.TenantSeal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A shop asks for an invoice on its paid bill; finance staff hand it to the tax system and bring back what that made.
@ServerTest
@Timeout(120)
class InvoicesApiTest {
    /// A made-up one whose check character fits.
    private static final String TAX_NUMBER = "91110105MA00000012";

    private static final Buyer.Seat SEAT =
            new Buyer.Seat("北京市朝阳区某路 1 号", "010-66668888", "某银行北京分行", "110900000000000001");
    private static final Buyer BUYER = new Buyer("某某商贸有限公司", TAX_NUMBER, Optional.of(SEAT), "accounts@example.com");

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TenantSeal seal;

    @Autowired
    private Clock clock;

    private final Map<BillId, Bill> bills = new ConcurrentHashMap<>();
    private final Map<BillId, List<CreditNote>> creditNotes = new ConcurrentHashMap<>();
    private Invoices invoices;
    private TenantId shop;
    private Api.Client owner;
    private Api.Client finance;

    @BeforeEach
    void aShop() {
        invoices = new Invoices(
                jdbc,
                new BuyerSeal(seal),
                new Invoices.Papers(
                        id -> Optional.ofNullable(bills.get(id)), id -> creditNotes.getOrDefault(id, List.of())));
        shop = tenants.create("Invoiced shop").id();
        owner = api.as(shop, Role.OWNER);
        finance = api.as(TenantId.OPERATOR, Role.FINANCE_OFFICER);
        // What other tests have left waiting is not this one's.
        finance.post("/api/v1/invoice-batches", "");
    }

    private Bill bill(String rent, String paid) {
        var id = BillId.next();
        var bill = new Bill(
                id,
                shop,
                ContractId.next(),
                new HotlineNumber("4009960001"),
                Optional.of("HL-202611-" + id.toString().substring(24)),
                LocalDate.of(2026, 11, 1),
                List.of(
                        new Bill.Line("rent", Money.parse(rent), 6, "月租", "rent"),
                        new Bill.Line("calls-forward-mobile", Money.parse("10.90"), 9, "通话", "calls")),
                List.of(
                        new Bill.TaxGroup(6, Money.parse(rent), Money.parse("6.00")),
                        new Bill.TaxGroup(9, Money.parse("10.90"), Money.parse("0.90"))),
                Money.parse(paid),
                Optional.of(new Bill.Issue(Instant.parse("2026-12-01T00:00:00Z"), "00")),
                Optional.of(LocalDate.of(2026, 12, 31)));
        bills.put(id, bill);
        return bill;
    }

    private Bill paid() {
        return bill("106.00", "116.90");
    }

    private InvoiceChange ask(Bill bill, Optional<String> key) {
        var order = new InvoiceOrder(
                bill.id(), InvoiceKind.SPECIAL, BUYER, key, new Invoice.Change("Owner", clock.instant()));
        return transactions.asTenant(shop, () -> invoices.request(order));
    }

    private Invoice requested() {
        return ((InvoiceChange.Done) ask(paid(), Optional.empty())).invoice();
    }

    private String export() {
        return finance.post("/api/v1/invoice-batches", "").json().at("/id").asString();
    }

    private static String path(Invoice invoice) {
        return "/api/v1/invoices/" + invoice.id();
    }

    private static String code(Api.Answer answer) {
        return answer.json().at("/code").asString();
    }

    private static String digital() {
        return "2611" + ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L);
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE).toString();
    }

    private Api.Answer results(String... rows) {
        var csv = "申请编号,结果,发票代码,发票号码,开票日期,拒绝原因\r\n" + String.join("\r\n", rows);
        return finance.upload("/api/v1/invoice-results", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private Invoice madeOut() {
        var invoice = requested();
        export();
        assertThat(results(invoice.id() + ",已开票,," + digital() + "," + today() + ",")
                        .json()
                        .at("/written")
                        .asInt())
                .isOne();
        return invoice;
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void the_whole_way_from_the_wish_to_the_file() throws IOException {
        var invoice = requested();
        assertThat(owner.get(path(invoice)).json().at("/state").asString()).isEqualTo("requested");
        assertThat(owner.get(path(invoice)).json().at("/amount").asString()).isEqualTo("116.90");

        var batch = export();
        var number = digital();
        var report = results(invoice.id() + ",已开票,," + number + "," + today() + ",");

        assertThat(report.json().at("/written").asInt()).isOne();
        assertThat(owner.get(path(invoice)).json().at("/state").asString()).isEqualTo("made-out");
        assertThat(owner.get(path(invoice)).json().at("/invoiceNumber").asString())
                .isEqualTo(number);
        assertThat(owner.get(path(invoice)).json().at("/batch").asString()).isEqualTo(batch);
        assertThat(code(owner.get(path(invoice) + "/pdf"))).isEqualTo("invoices.no-pdf");
        var file = pdf();
        assertThat(finance.putFile(path(invoice) + "/pdf", "application/pdf", file)
                        .status())
                .isEqualTo(200);
        assertThat(owner.get(path(invoice) + "/pdf").bytes()).isEqualTo(file);
    }

    @Test
    void a_bill_that_is_not_paid_or_not_ones_own_has_no_invoice() {
        assertThat(ask(bill("106.00", "116.89"), Optional.empty())).isInstanceOf(InvoiceChange.NotPaid.class);
        assertThat(ask(bill("-10.90", "0"), Optional.empty())).isInstanceOf(InvoiceChange.NotPaid.class);
        var nobodys = new InvoiceOrder(
                BillId.next(),
                InvoiceKind.SPECIAL,
                BUYER,
                Optional.empty(),
                new Invoice.Change("Owner", clock.instant()));
        assertThat(transactions.<InvoiceChange>asTenant(shop, () -> invoices.request(nobodys)))
                .isInstanceOf(InvoiceChange.NoBill.class);
    }

    @Test
    void a_bill_has_one_live_request_and_another_after_it_came_to_nothing() {
        var bill = paid();
        var key = Optional.of(UUID.randomUUID().toString());
        var first = ((InvoiceChange.Done) ask(bill, key)).invoice();

        assertThat(ask(bill, key)).isEqualTo(new InvoiceChange.AsBefore(first));
        assertThat(ask(bill, Optional.empty())).isEqualTo(new InvoiceChange.Requested(first));
        assertThat(ask(paid(), key)).isInstanceOf(InvoiceChange.KeyUsed.class);
        assertThat(owner.post(path(first) + "/withdrawal", "")
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(ask(bill, Optional.empty())).isInstanceOf(InvoiceChange.Done.class);
    }

    @Test
    void all_that_is_wrong_with_a_buyer_is_told_at_once() {
        var answer = owner.post("/api/v1/invoices", """
                {"bill": "x", "kind": "golden", "buyer": {"title": "a", "taxNumber": "91110105MA00000010",
                 "phone": "none", "mail": "nobody"}}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations"))
                .extracting(one -> one.at("/field").asString())
                .containsExactlyInAnyOrder(
                        "bill",
                        "kind",
                        "buyer.title",
                        "buyer.taxNumber",
                        "buyer.mail",
                        "buyer.address",
                        "buyer.phone",
                        "buyer.bank",
                        "buyer.account");
    }

    @Test
    void a_special_invoice_needs_seat_and_bank() {
        var special = owner.post("/api/v1/invoices", """
                {"bill": "%s", "kind": "special", "buyer": {"title": "某某商贸有限公司", "taxNumber": "%s",
                 "mail": "accounts@example.com"}}
                """.formatted(UUID.randomUUID(), TAX_NUMBER));

        assertThat(special.json().at("/violations"))
                .extracting(one -> one.at("/field").asString())
                .containsExactly("buyer.address", "buyer.phone", "buyer.bank", "buyer.account");
    }

    @Test
    void a_request_is_exported_once_and_its_batch_is_the_same_bytes_whatever_happens_later() {
        var one = requested();
        var other = requested();
        var batch = export();

        var first = finance.get("/api/v1/invoice-batches/" + batch + "/file").bytes();
        var json = finance.get("/api/v1/invoice-batches/" + batch).bytes();
        assertThat(code(finance.post("/api/v1/invoice-batches", ""))).isEqualTo("invoices.nothing-waits");
        results(one.id() + ",已开票,," + digital() + "," + today() + ",", other.id() + ",已拒绝,,,,税号与抬头不符");

        assertThat(finance.get("/api/v1/invoice-batches/" + batch + "/file").bytes())
                .isEqualTo(first);
        assertThat(finance.get("/api/v1/invoice-batches/" + batch).bytes()).isEqualTo(json);
        var lines = new String(first, StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines[0]).startsWith("\uFEFF批次,申请编号,账单号,发票类型,购方名称");
        assertThat(lines).hasSize(1 + 2 * 2);
        assertThat(lines[1])
                .isEqualTo(batch + "," + one.id() + "," + one.asked().billNumber()
                        + ",增值税专用发票,某某商贸有限公司," + TAX_NUMBER
                        + ",北京市朝阳区某路 1 号,010-66668888,某银行北京分行,110900000000000001,accounts@example.com,"
                        + "增值电信服务,6%,106.00,100.00,6.00,4009960001 2026-11");
        assertThat(lines[2]).contains("基础电信服务,9%,10.90,10.00,0.90");
        assertThat(code(owner.post(path(one) + "/withdrawal", ""))).isEqualTo("invoices.not-now");
    }

    @Test
    void the_same_key_gives_the_same_batch() {
        requested();
        var key = UUID.randomUUID().toString();

        var first = finance.send("POST", "/api/v1/invoice-batches", "", "Idempotency-Key", key);
        requested();
        var again = finance.send("POST", "/api/v1/invoice-batches", "", "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
    }

    @Test
    void sound_rows_are_written_down_and_all_mistakes_of_the_others_are_told() {
        var one = requested();
        var waiting = requested();
        var other = requested();
        export();
        var notExported = requested();
        var number = digital();
        var nobody = InvoiceId.next();

        var report = results(
                one.id() + ",已开票,," + number + "," + today() + ",",
                waiting.id() + ",vielleicht,,,,",
                waiting.id() + ",已开票,123,456,2999-01-01,",
                other.id() + ",已开票,," + number + "," + today() + ",",
                notExported.id() + ",已开票,," + digital() + "," + today() + ",",
                nobody + ",已拒绝,,,,重复",
                "x,已拒绝,,,,");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().at("/written").asInt()).isOne();
        assertThat(report.json().at("/mistakes"))
                .extracting(mistake -> mistake.at("/field").asString() + " "
                        + mistake.at("/code").asString())
                .containsExactlyInAnyOrder(
                        "lines[3].result invoices.result",
                        "lines[4].request invoices.request",
                        "lines[4].code invoices.code",
                        "lines[4].number invoices.number",
                        "lines[4].day invoices.day",
                        "lines[5] invoices.number-used",
                        "lines[6] invoices.not-now",
                        "lines[7] invoices.unknown",
                        "lines[8].request invoices.request",
                        "lines[8].reason missing");
        var again = results(one.id() + ",已开票,," + number + "," + today() + ",");
        assertThat(again.json().at("/written").asInt()).isZero();
        assertThat(again.json().at("/asBefore").asInt()).isOne();
    }

    @Test
    void only_a_readable_pdf_of_five_megabytes_at_most_is_attached_and_only_to_what_was_made_out() throws IOException {
        var waiting = requested();
        var invoice = madeOut();
        var file = path(invoice) + "/pdf";
        var large = new byte[InvoiceFiles.MOST_BYTES + 1];
        large[0] = '%';

        assertThat(code(finance.putFile(path(waiting) + "/pdf", "application/pdf", pdf())))
                .isEqualTo("invoices.not-now");
        assertThat(code(finance.putFile(file, "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("invoices.not-a-pdf");
        assertThat(code(finance.putFile(file, "application/pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("invoices.pdf-unreadable");
        assertThat(code(finance.putFile(file, "application/pdf", large))).isEqualTo("invoices.pdf-too-large");
        assertThat(owner.putFile(file, "application/pdf", pdf()).status()).isEqualTo(403);
        var first = pdf();
        var second = pdf();
        finance.putFile(file, "application/pdf", first);
        assertThat(finance.putFile(file, "application/pdf", first).status()).isEqualTo(200);
        finance.putFile(file, "application/pdf", second);
        assertThat(owner.get(file).bytes()).isEqualTo(second);
    }

    private CreditNote credit(Bill bill, String rent, String tax) {
        var amount = Money.parse(rent);
        return new CreditNote(
                UUID.randomUUID(),
                shop,
                bill.id(),
                "CN-202612-000001",
                bill.number().orElseThrow(),
                List.of(new CreditNote.Line(1, "rent", amount, 6)),
                List.of(new Bill.TaxGroup(6, amount, Money.parse(tax))),
                "agreed",
                Instant.parse("2026-12-02T00:00:00Z"),
                "00");
    }

    @Test
    void an_invoice_is_for_what_credit_notes_have_left_of_the_bill_rate_by_rate() {
        var bill = paid();
        creditNotes.put(bill.id(), List.of(credit(bill, "53.00", "3.00"), credit(bill, "10.60", "0.60")));

        var asked = ((InvoiceChange.Done) ask(bill, Optional.empty())).invoice().asked();

        assertThat(asked.amount()).isEqualTo(Money.parse("53.30"));
        assertThat(asked.taxes())
                .containsExactly(
                        new Bill.TaxGroup(6, Money.parse("42.40"), Money.parse("2.40")),
                        new Bill.TaxGroup(9, Money.parse("10.90"), Money.parse("0.90")));
    }

    @Test
    void a_credit_note_behind_the_request_counts_when_it_is_handed_on() {
        var bill = paid();
        var less = ((InvoiceChange.Done) ask(bill, Optional.empty())).invoice();
        var credited = paid();
        var nothing = ((InvoiceChange.Done) ask(credited, Optional.empty())).invoice();
        creditNotes.put(bill.id(), List.of(credit(bill, "53.00", "3.00")));
        creditNotes.put(credited.id(), List.of(credit(credited, "116.90", "6.90")));

        var batch = transactions
                .asOperator(() -> invoices.export(Optional.empty(), new Invoice.Change("Finance", clock.instant())))
                .orElseThrow();

        var handedOn = transactions.asOperator(() -> invoices.batch(batch));
        assertThat(handedOn).extracting(Invoice::id).contains(less.id()).doesNotContain(nothing.id());
        var asked = transactions
                .asOperator(() -> invoices.find(less.id()))
                .orElseThrow()
                .asked();
        assertThat(asked.amount()).isEqualTo(Money.parse("63.90"));
        assertThat(asked.taxes())
                .containsExactly(
                        new Bill.TaxGroup(6, Money.parse("53.00"), Money.parse("3.00")),
                        new Bill.TaxGroup(9, Money.parse("10.90"), Money.parse("0.90")));
        assertThat(transactions
                        .asOperator(() -> invoices.find(nothing.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(InvoiceState.WITHDRAWN);
    }

    @Test
    void a_rate_of_which_nothing_is_left_is_not_on_it_and_a_bill_that_was_credited_in_full_has_none() {
        var bill = paid();
        creditNotes.put(bill.id(), List.of(credit(bill, "106.00", "6.00")));
        var nothing = bill("106.00", "116.90");
        creditNotes.put(nothing.id(), List.of(credit(nothing, "116.90", "6.90")));

        var asked = ((InvoiceChange.Done) ask(bill, Optional.empty())).invoice().asked();

        assertThat(asked.amount()).isEqualTo(Money.parse("10.90"));
        assertThat(asked.taxes()).extracting(Bill.TaxGroup::percent).containsExactly(9);
        assertThat(ask(nothing, Optional.empty())).isInstanceOf(InvoiceChange.NotPaid.class);
    }

    @Test
    void what_takes_an_invoice_back_is_not_older_than_it() {
        var invoice = madeOut();

        var refused = finance.post(path(invoice) + "/reversal", """
                {"number": "%s", "day": "2020-01-01", "creditNote": "CN-202611-000001"}
                """.formatted(digital()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("invoices.reversal-too-early");
    }

    @Test
    void an_invoice_that_was_taken_back_makes_room_for_another() {
        var invoice = madeOut();

        var reversed = finance.post(path(invoice) + "/reversal", """
                {"number": "%s", "day": "%s", "creditNote": "CN-202611-000001"}
                """.formatted(digital(), today()));

        assertThat(reversed.json().at("/state").asString()).isEqualTo("reversed");
        assertThat(reversed.json().at("/reversal/creditNote").asString()).isEqualTo("CN-202611-000001");
        assertThat(ask(bills.get(invoice.asked().bill()), Optional.empty())).isInstanceOf(InvoiceChange.Done.class);
    }

    @Test
    void strangers_find_nothing_and_the_buyer_is_unreadable_in_the_database() {
        var invoice = requested();
        var stranger = api.as(tenants.create("Another invoiced shop").id(), Role.OWNER);

        assertThat(stranger.get(path(invoice)).status()).isEqualTo(404);
        assertThat(stranger.post(path(invoice) + "/withdrawal", "").status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/invoices").json().at("/items")).isEmpty();
        assertThat(owner.get("/api/v1/invoices?state=requested").json().at("/items"))
                .hasSize(1);
        assertThat(owner.post("/api/v1/invoice-batches", "").status()).isEqualTo(403);
        var stored = transactions.asOperator(() -> jdbc.sql("select buyer from billing.invoice_requests where id = ?")
                .param(invoice.id().value())
                .query(byte[].class)
                .single());
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("某某商贸", TAX_NUMBER, "1109");
    }
}
