package org.hotline400.server.enrolment.papers.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hotline400.server.enrolment.papers.PaperSamples;
import org.junit.jupiter.api.Test;

class PdfPagesTest {

    /// One page with a line of text in a font that is not in the file.
    private static byte[] withoutFont(String font, String text) {
        String content = "BT /F1 30 Tf 20 240 Td " + text + " Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream",
                font,
                "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 7 0 R"
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
                "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
                        + "/Ascent 900/Descent -200/CapHeight 700/StemV 80>>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 8\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append(table)
                .append("trailer\n<</Size 8/Root 1 0 R>>\nstartxref\n")
                .append(start);
        return file.append("\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long ink(byte[] pdf) throws IOException {
        BufferedImage page = PdfPages.draw(pdf, 1, 800, () -> false);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return Arrays.stream(pixels).filter(one -> (one & 0xFF) < 128).count();
    }

    /// As the forms of Chinese authorities often are.
    @Test
    void chinese_text_is_shown_though_its_font_is_not_in_the_file() throws IOException {
        String song = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>";
        assertThat(ink(withoutFont(song, "<84254E1A62676717>"))).isGreaterThan(2_000);
        assertThat(ink(withoutFont(song, "<>"))).isZero();
    }

    @Test
    void latin_text_is_too() throws IOException {
        assertThat(ink(withoutFont("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "(LICENCE)")))
                .isGreaterThan(1_000);
    }

    @Test
    void there_is_no_page_behind_the_last() {
        assertThatThrownBy(() -> PdfPages.draw(PaperSamples.pdf(1), 2, 100, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no page 2");
    }
}
