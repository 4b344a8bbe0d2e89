package org.hotline400.server.enrolment.papers.hints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.enrolment.papers.PaperSamples.blurred;
import static org.hotline400.server.enrolment.papers.PaperSamples.page;
import static org.hotline400.server.enrolment.papers.PaperSamples.sealed;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperHintsTest {
    private static final String NAME = "福州市样例母婴用品有限公司";
    private static final String CODE = "91350100M000100Y43";
    private static final Form FORM = new Form(
            Optional.empty(),
            Optional.empty(),
            new Form.Company(
                    Optional.of(NAME), Optional.of(CODE), Optional.empty(), Optional.empty(), Optional.empty()),
            new Form.Person(
                    Optional.of("张样例"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            Form.Person.EMPTY,
            Form.Choice.EMPTY);
    private static final BufferedImage PAGE = page(1_200, 1_600);

    private static List<PaperHint.Kind> hints(BufferedImage page, TextReading reading) {
        var look = new PaperHints.Look(PaperKind.BUSINESS_LICENCE, page, page.getHeight(), FORM);
        return new PaperHints(reading).look(look).stream().map(PaperHint::kind).toList();
    }

    private static List<PaperHint.Kind> read(String text) {
        return PaperText.compare(PaperKind.BUSINESS_LICENCE, text, FORM).stream()
                .map(PaperHint::kind)
                .toList();
    }

    @Test
    void a_page_in_focus_is_not_called_blurred() {
        assertThat(PaperHints.blur(PAGE)).isEmpty();
        assertThat(PaperHints.blur(page(800, 1_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 9, 15})
    void a_page_out_of_focus_is(int radius) {
        assertThat(PaperHints.blur(blurred(PAGE, radius)))
                .hasValueSatisfying(hint -> assertThat(hint.kind()).isEqualTo(PaperHint.Kind.BLURRED));
    }

    @ParameterizedTest
    @CsvSource({"1200, 1600", "1600, 1200", "600, 800"})
    void a_round_red_seal_is_found(int width, int height) {
        assertThat(RedSeal.isIn(PaperHints.smaller(sealed(page(width, height)))))
                .isTrue();
        assertThat(RedSeal.isIn(PaperHints.smaller(page(width, height)))).isFalse();
    }

    @Test
    void neither_a_red_bar_nor_a_red_sheet_is_a_seal() {
        BufferedImage bar = page(1_200, 1_600);
        var graphics = bar.createGraphics();
        graphics.setColor(new Color(200, 20, 30));
        graphics.fillRect(100, 100, 900, 120);
        graphics.dispose();
        assertThat(RedSeal.isIn(PaperHints.smaller(bar))).isFalse();

        BufferedImage sheet = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        graphics = sheet.createGraphics();
        graphics.setColor(new Color(200, 20, 30));
        graphics.fillRect(0, 0, 900, 900);
        graphics.dispose();
        assertThat(RedSeal.isIn(PaperHints.smaller(sheet))).isFalse();
    }

    @Test
    void without_a_reader_the_text_is_told_to_be_unread() {
        assertThat(hints(PAGE, png -> Optional.empty()))
                .containsExactly(PaperHint.Kind.NO_SEAL, PaperHint.Kind.NOT_READ);
        assertThat(hints(sealed(PAGE), new Tesseract(() -> "/nowhere", Duration.ofSeconds(1))))
                .containsExactly(PaperHint.Kind.SEAL, PaperHint.Kind.NOT_READ);
    }

    @Test
    void a_small_picture_is_told() {
        var look = new PaperHints.Look(PaperKind.HANDLER_ID, page(400, 500), 500, FORM);
        assertThat(new PaperHints(png -> Optional.of("")).look(look))
                .extracting(PaperHint::kind)
                .contains(PaperHint.Kind.LOW_RESOLUTION);
    }

    @Test
    void what_agrees_with_the_form_is_told() {
        assertThat(read("营业执照\n统一社会信用代码 9135 0100 M000 100Y43\n名 称 福州市样例母婴用品有限公司\n法定代表人 张样例"))
                .containsExactly(PaperHint.Kind.NAME_READ, PaperHint.Kind.CODE_READ);
    }

    @Test
    void what_differs_from_the_form_is_told() {
        var hints = PaperText.compare(
                PaperKind.BUSINESS_LICENCE, "名称：厦门市另一商贸有限公司 统一社会信用代码：91350200M000200Y57 法定代表人 李某", FORM);
        assertThat(hints)
                .extracting(PaperHint::kind)
                .containsExactly(
                        PaperHint.Kind.NAME_DIFFERS,
                        PaperHint.Kind.CODE_DIFFERS,
                        PaperHint.Kind.REPRESENTATIVE_NOT_FOUND);
        assertThat(hints.getFirst().chinese()).contains("厦门市另一商贸有限公司").contains(NAME);
        assertThat(hints.get(1).english()).contains("91350200M000200Y57").contains(CODE);
    }

    @Test
    void letters_that_are_read_for_digits_make_no_difference() {
        assertThat(read("9I35OIOOMOOOIOOY43 " + NAME + "张样例"))
                .containsExactly(PaperHint.Kind.NAME_READ, PaperHint.Kind.CODE_READ);
    }

    @Test
    void no_hint_says_the_name_of_a_person() {
        assertThat(PaperText.compare(PaperKind.BUSINESS_LICENCE, "法定代表人 王某", FORM))
                .noneSatisfy(hint -> assertThat(hint.chinese() + hint.english()).contains("张样例"))
                .extracting(PaperHint::kind)
                .contains(PaperHint.Kind.REPRESENTATIVE_NOT_FOUND);
    }
}
