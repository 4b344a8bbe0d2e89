package org.hotline400.server.enrolment.papers.blank;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.form.DocumentKind;
import org.hotline400.server.enrolment.form.EntityKind;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.papers.blank.FormTable.Field;
import org.hotline400.server.enrolment.papers.sheet.Sheet;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.tariffs.Tariff;

/// Writes the application form, filled in as far as the application is, on A4. What is missing stays blank for
/// a pen.
public final class ApplicationFormPdf {
    private static final String TITLE = "400 电话业务受理单";
    private static final float CODE = 62;
    private static final float SIGNING = 140;
    private static final List<String> UNDERTAKINGS = undertakings();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(BusinessTime.ZONE);

    private ApplicationFormPdf() {}

    /// @param form what it says, its persons as they are to be shown
    /// @param trade its name, where the trade is known
    /// @param tariff the package, where it is on sale
    /// @param at when it was written
    public record Content(
            Application application, Form form, Optional<String> trade, Optional<Tariff> tariff, Instant at) {}

    private static List<String> undertakings() {
        try (InputStream file = ApplicationFormPdf.class.getResourceAsStream("/enrolment/undertakings.txt")) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks the undertakings");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] write(Content content) {
        try (Sheet sheet = new Sheet(TITLE + " " + content.application().id())) {
            head(sheet, content);
            FormTable table = new FormTable(sheet);
            company(table, content);
            table.title("二、法定代表人（负责人）");
            person(table, content.form().legalRepresentative());
            table.title("三、经办人");
            person(table, content.form().handler());
            choice(table, content);
            table.title("五、申请单位承诺");
            table.sentences(UNDERTAKINGS);
            signing(sheet);
            sheet.foot("受理单编号 " + content.application().id() + "　" + TIME.format(content.at()) + " 由平台生成，手工涂改无效");
            return sheet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(Sheet sheet, Content content) throws IOException {
        float top = sheet.y();
        sheet.dots(code(content.application().id().toString()), Sheet.RIGHT - CODE, top - 12, CODE);
        sheet.text(TITLE, 20, Sheet.LEFT, top);
        sheet.text("受理单编号：" + content.application().id(), 9, Sheet.LEFT, top + 30);
        String way = content.application().intake().channel() == Intake.Channel.PAPER ? "纸质受理" : "在线受理";
        sheet.text("受理渠道：" + way + "　　请核对后打印，由法定代表人或经办人签字并加盖公章，扫描或拍照上传。", 9, Sheet.LEFT, top + 43);
        sheet.down(56);
    }

    private static boolean[][] code(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
            boolean[][] dots = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    dots[y][x] = matrix.get(x, y);
                }
            }
            return dots;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void company(FormTable table, Content content) throws IOException {
        Form form = content.form();
        Form.Company company = form.company();
        table.title("一、申请单位");
        table.row(field("单位名称", company.name()));
        table.row(
                field("单位性质", form.entity().map(ApplicationFormPdf::entity)),
                field("所属行业", content.trade().or(form::trade)));
        table.row(
                field("信用代码", company.creditCode()),
                new Field("营业期限", period(company.licenceFrom(), company.licenceUntil())));
        table.row(field("注册地址", company.address()));
    }

    private static String period(Optional<String> from, Optional<String> until) {
        return from.isEmpty() && until.isEmpty() ? "" : from.orElse("") + " 至 " + until.orElse("");
    }

    private static void person(FormTable table, Form.Person person) throws IOException {
        table.row(field("姓名", person.name()), field("证件类型", person.document().map(ApplicationFormPdf::document)));
        table.row(field("证件号码", person.number()), field("有效期至", person.until()));
        table.row(field("手机号码", person.mobile()), field("电子邮箱", person.mail()));
    }

    private static void choice(FormTable table, Content content) throws IOException {
        Form.Choice choice = content.form().choice();
        table.title("四、业务内容");
        table.row(
                field("申请号码", choice.number().map(ApplicationFormPdf::number)),
                field("合约期", choice.termMonths().map(months -> months + " 个月")));
        table.row(field("资费套餐", content.tariff().map(ApplicationFormPdf::tariff).or(choice::tariff)));
        table.row(field("号码用途", choice.purpose()));
        table.row(new Field("接听号码", String.join("、", choice.forwardTo())));
    }

    private static void signing(Sheet sheet) throws IOException {
        sheet.down(6);
        sheet.need(SIGNING);
        float top = sheet.y();
        float middle = (Sheet.LEFT + Sheet.RIGHT) / 2;
        sheet.frame(Sheet.LEFT, top, middle - Sheet.LEFT, SIGNING);
        sheet.frame(middle, top, Sheet.RIGHT - middle, SIGNING);
        sheet.text("申请单位（加盖公章）", 10, Sheet.LEFT + 8, top + 8);
        sheet.text("法定代表人或经办人签字：", 9.5f, Sheet.LEFT + 8, top + SIGNING - 46);
        sheet.line(Sheet.LEFT + 124, middle - 10, top + SIGNING - 34);
        sheet.text("日期：　　　　年　　　月　　　日", 9.5f, Sheet.LEFT + 8, top + SIGNING - 22);
        sheet.text("受理单位（由受理方填写）", 10, middle + 8, top + 8);
        sheet.text("审核意见：□ 通过　　□ 补正　　□ 不通过", 9.5f, middle + 8, top + 34);
        sheet.text("审核人签字：", 9.5f, middle + 8, top + SIGNING - 46);
        sheet.line(middle + 68, Sheet.RIGHT - 10, top + SIGNING - 34);
        sheet.text("日期：　　　　年　　　月　　　日", 9.5f, middle + 8, top + SIGNING - 22);
        sheet.down(SIGNING);
    }

    private static Field field(String label, Optional<String> value) {
        return new Field(label, value.orElse(""));
    }

    private static String tariff(Tariff tariff) {
        return tariff.chinese() + "（月租 " + tariff.rentPerMonth() + " 元，含 " + tariff.minutes() + " 分钟）";
    }

    // What was written may be wrong: then it is shown as it is.
    private static String number(String text) {
        try {
            return HotlineNumber.parse(text).display();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String document(String code) {
        try {
            return DocumentKind.of(code).chinese();
        } catch (IllegalArgumentException e) {
            return code;
        }
    }

    private static String entity(String code) {
        try {
            return switch (EntityKind.of(code)) {
                case ENTERPRISE -> "企业";
                case SOLE_PROPRIETOR -> "个体工商户";
                case FOREIGN_INVESTED -> "外商投资企业";
                case PUBLIC_BODY -> "机关、事业单位、社会团体";
            };
        } catch (IllegalArgumentException e) {
            return code;
        }
    }
}
