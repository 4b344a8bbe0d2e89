package org.hotline400.server.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hotline400.server.billing.BilledCustomers;
import org.hotline400.server.billing.BillingTest;
import org.hotline400.server.identity.Role;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// Bills as their customers and the operator's finance staff see them.
@BillingTest
@Timeout(120)
class BillsApiTest {
    @Autowired
    private Api api;

    @Autowired
    private BilledCustomers customers;

    @Test
    void a_customer_sees_his_bill_as_json_pdf_and_csv_and_nobody_elses() throws IOException, NoSuchAlgorithmException {
        var tenant = customers.customer();
        customers.pay(tenant, "500.00");
        var contract = customers.contract(tenant);
        customers.call(tenant, contract, "3.21");
        var bill = customers.issue(contract);
        var owner = api.as(tenant, Role.OWNER);
        var path = "/api/v1/bills/" + bill.id();

        var list = owner.get("/api/v1/bills?month=" + YearMonth.from(customers.month()));
        assertThat(list.json().at("/items/0/number").asString())
                .isEqualTo(bill.number().orElseThrow());
        assertThat(list.json().at("/items").size()).isOne();
        var shown = owner.get(path).json();
        assertThat(shown.at("/total").asString()).isEqualTo("203.21");
        assertThat(shown.at("/state").asString()).isEqualTo("paid");
        assertThat(shown.at("/lines/0/why/zh").asString()).contains("标准套餐");
        try (var pdf = Loader.loadPDF(owner.get(path + "/pdf").bytes())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(bill.number().orElseThrow(), "示例·账单客户", "203.21");
        }
        assertThat(new String(owner.get(path + "/csv").bytes(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFbill,hotline,month")
                .contains("calls-forward-mobile,转接手机,3.21,9");
        var hash = MessageDigest.getInstance("SHA-256")
                .digest(owner.get(path + "/content").bytes());
        assertThat(shown.at("/hash").asString()).isEqualTo(HexFormat.of().formatHex(hash));

        var stranger = api.as(customers.customer(), Role.OWNER);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/pdf").status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/bills?tenant=" + tenant)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void a_statement_adds_up() {
        var tenant = customers.customer();
        customers.pay(tenant, "500.00");
        customers.issue(customers.contract(tenant));

        var statement = api.as(tenant, Role.FINANCE).get("/api/v1/statements").json();

        assertThat(statement.at("/opening").asString()).isEqualTo("0.00");
        assertThat(statement.at("/entries/0/change").asString()).isEqualTo("500.00");
        assertThat(statement.at("/entries/1/kind").asString()).isEqualTo("rent");
        assertThat(statement.at("/entries/1/balance").asString()).isEqualTo("300.00");
        assertThat(statement.at("/closing").asString()).isEqualTo("300.00");
    }

    @Test
    void finance_staff_issue_and_credit_and_the_customer_does_not() {
        var tenant = customers.customer();
        var contract = customers.contract(tenant);
        var officer = api.as(TenantId.OPERATOR, Role.FINANCE_OFFICER);
        var month = "/api/v1/bill-months/" + YearMonth.from(customers.month());
        var order = "{\"contracts\":[\"" + contract + "\"]}";

        assertThat(api.as(tenant, Role.OWNER).post(month + "/issue", order).status())
                .isEqualTo(403);
        assertThat(officer.post(month + "/issue", order).json().at("/bills").asInt())
                .isOne();
        assertThat(officer.post(month + "/issue", order).json().at("/bills").asInt())
                .isZero();
        assertThat(officer.post("/api/v1/bill-months/2999-01/issue", "")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("bills.month-not-over");
        var id = api.as(tenant, Role.OWNER)
                .get("/api/v1/bills")
                .json()
                .at("/items/0/id")
                .asString();
        var notes = "/api/v1/bills/" + id + "/credit-notes";
        var credit = "{\"lines\":[{\"line\":1,\"amount\":\"20.00\"}],\"reason\":\"线路故障\"}";

        var made = officer.send("POST", notes, credit, "Idempotency-Key", "a");
        assertThat(made.status()).isEqualTo(201);
        assertThat(officer.send("POST", notes, credit, "Idempotency-Key", "a").status())
                .isEqualTo(200);
        assertThat(officer.post(notes, "{\"lines\":[{\"line\":1,\"amount\":\"180.01\"}],\"reason\":\"x\"}")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("bills.credited-too-much");
        assertThat(officer.post(notes, "{\"lines\":[{\"line\":0,\"amount\":\"1.005\"}]}")
                        .json()
                        .at("/violations")
                        .size())
                .isEqualTo(3);
        assertThat(mistakes(officer.post(notes, "{\"lines\":[null],\"reason\":\"x\\u0000\"}")))
                .containsExactlyInAnyOrder("lines[0]", "reason");
        var paper = "/api/v1/credit-notes/" + made.json().at("/id").asString() + "/pdf";
        assertThat(new String(api.as(tenant, Role.OWNER).get(paper).bytes(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    private static List<String> mistakes(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.json()
                .at("/violations")
                .valueStream()
                .map(one -> one.at("/field").asString())
                .toList();
    }
}
