package org.hotline400.server.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hotline400.server.billing.month.MonthFacts;
import org.hotline400.server.billing.month.MonthReckoner;
import org.hotline400.server.billing.month.Reckoning;
import org.hotline400.server.billing.month.VatRates;
import org.hotline400.server.billing.paper.BillPdf;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.entitlements.BoughtOption;
import org.junit.jupiter.api.Test;

/// The education chain with 20 branches, 400-888-8888: business package, 800 yuan a month, 25 % off for two years. Its
/// December 2026, to the fen, on paper. What is expected is worked out by hand, here:
///
/// ```
/// Rent         800.00 less 25 %                                                                  600.00
///
/// Bundled      8,000 minutes. Used, by begun minutes:
///              30 Nov 23:58:30, 150 s to a mobile: begins at 23:58:30, 23:59:30 (November's)
///                and 00:00:30 (December's)                                                1
///              1 to 19 December, 20 branches a day, 19 min 30 s each: 19 × 20 × 20    7,600
///                (10 branches on fixed lines, 3,800; 10 on mobiles, 3,800)
///              20 December, ten mobiles, 38 min 10 s each: 10 × 39                      390
///              21 December 14:00, fixed, 20 min 5 s: 21 begun, of which                   9 = 8,000
///
/// Fixed        21 December 14:00: the other 12 × 0.16                                      1.92
///              23 December 07:59:30, 61 s: 07:59:30 at 0.11, 08:00:30 at 0.16              0.27    2.19
///              192 talks, 3,800 + 21 + 2 = 3,823 minutes, 3,809 of them bundled
///
/// Mobile       21 December 21:57:30, 301 s: three begun before 22:00 at 0.16,
///                three from 22:00:30 on at 0.11                                            0.81
///              22 December 23:10, 45 s                                                     0.11
///              31 December 23:59:15, 130 s: one begins in December at 0.11, two in January 0.11    1.03
///              190 + 1 + 10 + 1 + 1 + 1 = 204 talks, 3,800 + 1 + 390 + 6 + 1 + 1 = 4,199 minutes,
///              4,191 of them bundled
///
/// Platform     five callers leave the menu after 45 s: 5 × 0.0125 = 0.0625                         0.06
///              (half up to the fen; 0.0025 less than was taken)
///
/// Option       recording, 20.00 a month, from 16 to 31 December: 16 of 31 days, 10.3225…          10.32
///
/// Total                                                                                          613.60
///
/// Tax 6 %      600.00 + 10.32 = 610.32, × 6/106 = 34.546…                                         34.55
/// Tax 9 %      0.06 + 2.19 + 1.03 = 3.28, × 9/109 = 0.270…                                         0.27
/// ```
class CustomerTwoBillTest {
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final Contract contract = BilledContracts.since("2026-11-01", BilledContracts.business(), "600.00");
    private final Reckoning reckoning = new MonthReckoner(VatRates.own()).reckon(facts());

    private MonthFacts facts() {
        var option = new BoughtOption(
                contract.id(), Feature.RECORDING, Money.parse("20.00"), LocalDate.of(2026, 12, 16), Optional.empty());
        return MonthFacts.of(contract, DECEMBER, calls().totals(contract, DECEMBER), List.of(option));
    }

    private static BilledLegs calls() {
        var legs = new BilledLegs(BilledContracts.business());
        legs.talk(Component.FORWARD_MOBILE, "2026-11-30T23:58:30", 150);
        for (int day = 1; day <= 19; day++) {
            for (int branch = 1; branch <= 20; branch++) {
                legs.talk(
                        branch <= 10 ? Component.FORWARD_FIXED : Component.FORWARD_MOBILE,
                        "2026-12-%02dT10:%02d:00".formatted(day, branch),
                        19 * 60 + 30);
            }
        }
        for (int mobile = 0; mobile < 10; mobile++) {
            legs.talk(Component.FORWARD_MOBILE, "2026-12-20T09:0" + mobile + ":00", 38 * 60 + 10);
        }
        for (int caller = 0; caller < 5; caller++) {
            legs.talk(Component.PLATFORM, "2026-12-05T12:0" + caller + ":00", 45);
        }
        return legs.talk(Component.FORWARD_FIXED, "2026-12-21T14:00:00", 20 * 60 + 5)
                .talk(Component.FORWARD_MOBILE, "2026-12-21T21:57:30", 301)
                .talk(Component.FORWARD_MOBILE, "2026-12-22T23:10:00", 45)
                .talk(Component.FORWARD_FIXED, "2026-12-23T07:59:30", 61)
                .talk(Component.FORWARD_MOBILE, "2026-12-31T23:59:15", 130);
    }

    private Bill bill() {
        return new Bill(
                BillId.next(),
                contract.tenant(),
                contract.id(),
                new HotlineNumber("4008888888"),
                Optional.of("HL-202612-000123"),
                DECEMBER,
                reckoning.lines(),
                reckoning.taxes(),
                Money.ZERO,
                Optional.of(new Bill.Issue(Instant.parse("2027-01-03T02:00:00Z"), "0".repeat(64))),
                Optional.of(LocalDate.of(2027, 1, 18)));
    }

    @Test
    void every_line_is_as_worked_out_by_hand() {
        assertThat(reckoning.lines())
                .extracting(line -> line.kind() + " " + line.amount() + " " + line.taxPercent())
                .containsExactly(
                        "rent 600.00 6",
                        "bundled-minutes 0.00 6",
                        "calls-platform 0.06 9",
                        "calls-forward-fixed 2.19 9",
                        "calls-forward-mobile 1.03 9",
                        "option 10.32 6");
        assertThat(reckoning.total()).hasToString("613.60");
        assertThat(reckoning.taxes())
                .extracting(group -> group.percent() + " " + group.gross() + " " + group.tax())
                .containsExactly("6 610.32 34.55", "9 3.28 0.27");
        assertThat(reckoning.calls()).hasToString("3.2825");
        assertThat(reckoning.dues().rounding()).hasToString("-0.0025");
        assertThat(reckoning.dues().rent()).hasToString("600.00");
        assertThat(reckoning.dues().fees()).hasToString("10.32");
    }

    @Test
    void and_so_it_stands_on_the_paper() throws IOException {
        var text = textOf(BillPdf.write(
                bill(), new BillPdf.Parties("示例·电信增值服务有限公司", "示例·全国教育连锁", "请登录平台充值。", "Top up, please.")));

        assertThat(text)
                .contains("示例·电信增值服务有限公司", "示例·全国教育连锁", "HL-202612-000123", "400-888-8888")
                .contains("2026-12-01 至 2026-12-31", "2027-01-03", "2027-01-18")
                .contains("套餐月租", "600.00", "转接固话", "2.19", "转接手机", "1.03", "平台接听", "0.06")
                .contains("功能选项", "10.32", "613.60", "610.32", "34.55", "575.77", "3.28", "0.27", "3.01")
                .contains("请登录平台充值。", "Top up, please.", "第 1 页 / 共 1 页");
        var words = text.replaceAll("\\s", "");
        assertThat(words)
                .contains("套餐包含8,000分钟，已用8,000分钟，剩余0分钟，到期作废。")
                .contains("192笔，计费3,823分钟，其中套餐抵扣3,809分钟，其余14分钟按单价计2.19元。")
                .contains("204笔，计费4,199分钟，其中套餐抵扣4,191分钟，其余8分钟按单价计1.03元。")
                .contains("5笔，计费5分钟，其中套餐抵扣0分钟，其余5分钟按单价计0.0625元。")
                .contains("选项recording，2026-12-16至2026-12-31，每月20.00元，按16/31天计。");
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
