package org.hotline400.server.enrolment.papers.blank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.PaymentPolicy;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.papers.FileType;
import org.hotline400.server.enrolment.papers.inspection.Inspection;
import org.hotline400.server.enrolment.papers.inspection.PaperInspection;
import org.hotline400.server.enrolment.papers.inspection.PdfPages;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;

public class ApplicationFormPdfTest {
    private static final Instant AT = Instant.parse("2026-11-27T07:04:00Z");
    private static final ApplicationId ID = ApplicationId.of("0198f2c1-7a3b-7c11-9a0e-3f5d2b6a7d21");

    public static Form form() {
        return new Form(
                Optional.of("enterprise"),
                Optional.of("retail"),
                new Form.Company(
                        Optional.of("福州市鼓楼区样例母婴用品有限公司"),
                        Optional.of("91350100M000100Y43"),
                        Optional.of("2019-03-01"),
                        Optional.of("长期"),
                        Optional.of("福建省福州市鼓楼区样例街道样例路 100 号样例大厦 12 层 1205 室")),
                person("张样例", "350102199003070011", "13800000001"),
                person("李样例", "350102199203070022", "13800000002"),
                new Form.Choice(
                        Optional.of("4006123456"),
                        Optional.of("basic"),
                        Optional.of(12),
                        Optional.of("母婴用品售前咨询、订单查询与售后服务，不用于外呼和营销。"),
                        List.of("13800000003", "13800000004", "059187654321")));
    }

    private static Form.Person person(String name, String number, String mobile) {
        return new Form.Person(
                Optional.of(name),
                Optional.of("id-card"),
                Optional.of(number),
                Optional.of("2036-05-20"),
                Optional.of(mobile),
                Optional.of("service@example.com"));
    }

    public static byte[] written(Form form) {
        Application application = new Application(
                ID,
                TenantId.OPERATOR,
                1,
                ApplicationState.DRAFT,
                Intake.OWN,
                PaymentPolicy.BEFORE_REVIEW,
                form,
                List.of(),
                Optional.empty(),
                List.of(),
                AT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return ApplicationFormPdf.write(
                new ApplicationFormPdf.Content(application, form, Optional.of("零售"), Optional.empty(), AT));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    @Test
    void it_says_every_field() throws IOException {
        String text = text(written(form()));
        assertThat(text)
                .contains("400电话业务受理单", ID.toString())
                .contains("企业", "零售", "福州市鼓楼区样例母婴用品有限公司", "91350100M000100Y43", "2019-03-01至长期")
                .contains("福建省福州市鼓楼区样例街道样例路100号样例大厦12层1205室")
                .contains("张样例", "350102199003070011", "13800000001", "service@example.com", "居民身份证", "2036-05-20")
                .contains("李样例", "350102199203070022", "13800000002")
                .contains("400-612-3456", "basic", "12个月", "母婴用品售前咨询、订单查询与售后服务，不用于外呼和营销。")
                .contains("13800000003、13800000004、059187654321")
                .contains("本单位所填写的信息", "加盖公章", "签字", "日期");
    }

    @Test
    void it_is_a_small_pdf_of_one_page_that_can_be_uploaded_again() {
        byte[] pdf = written(form());
        assertThat(pdf).hasSizeLessThan(400_000);
        assertThat(PaperInspection.inspect(pdf, () -> false)).isEqualTo(new Inspection.Accepted(FileType.PDF, 1, 0, 0));
    }

    @Test
    void an_empty_application_gives_a_form_for_a_pen() throws IOException {
        assertThat(text(written(Form.EMPTY))).contains("单位名称", "证件号码", "申请号码");
    }

    @Test
    void characters_that_the_font_lacks_and_line_ends_do_not_fail_it() throws IOException {
        Form odd = new Form(
                Optional.of("no such entity"),
                Optional.empty(),
                new Form.Company(
                        Optional.of("𠮷田😀\u0000\n公司\uD800"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Form.Person.EMPTY,
                Form.Person.EMPTY,
                Form.Choice.EMPTY);
        assertThat(text(written(odd))).contains("田", "公司", "nosuchentity");
    }

    @Test
    void a_long_text_goes_on_on_another_page_and_loses_nothing() throws IOException {
        String purpose = "售后服务与咨询，".repeat(150);
        Form full = form();
        Form longer = new Form(
                full.entity(),
                full.trade(),
                full.company(),
                full.legalRepresentative(),
                full.handler(),
                new Form.Choice(
                        full.choice().number(),
                        full.choice().tariff(),
                        full.choice().termMonths(),
                        Optional.of(purpose),
                        full.choice().forwardTo()));
        assertThat(text(written(longer))).contains(purpose).contains("第2页/共");
    }

    @Test
    void its_code_leads_back_to_the_application() throws Exception {
        BufferedImage page = PdfPages.draw(written(form()), 1, 1_600, () -> false);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(ID.toString());
    }
}
