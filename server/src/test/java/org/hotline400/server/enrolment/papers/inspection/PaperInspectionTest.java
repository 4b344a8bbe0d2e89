package org.hotline400.server.enrolment.papers.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.enrolment.papers.PaperSamples.ascii;
import static org.hotline400.server.enrolment.papers.PaperSamples.blankPng;
import static org.hotline400.server.enrolment.papers.PaperSamples.chunk;
import static org.hotline400.server.enrolment.papers.PaperSamples.deflated;
import static org.hotline400.server.enrolment.papers.PaperSamples.join;
import static org.hotline400.server.enrolment.papers.PaperSamples.jpeg;
import static org.hotline400.server.enrolment.papers.PaperSamples.page;
import static org.hotline400.server.enrolment.papers.PaperSamples.pdf;
import static org.hotline400.server.enrolment.papers.PaperSamples.pdfWith;
import static org.hotline400.server.enrolment.papers.PaperSamples.png;
import static org.hotline400.server.enrolment.papers.PaperSamples.zip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionSubmitForm;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.hotline400.server.enrolment.papers.FileType;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaperInspectionTest {
    private static final BufferedImage PAGE = page(800, 1_000);

    private static Inspection inspect(byte[] file) {
        return PaperInspection.inspect(file, () -> false);
    }

    @Test
    void a_scan_is_taken_as_what_its_content_is() {
        assertThat(inspect(jpeg(PAGE))).isEqualTo(new Inspection.Accepted(FileType.JPEG, 1, 800, 1_000));
        assertThat(inspect(png(PAGE))).isEqualTo(new Inspection.Accepted(FileType.PNG, 1, 800, 1_000));
        assertThat(inspect(pdf(3))).isEqualTo(new Inspection.Accepted(FileType.PDF, 3, 0, 0));
    }

    @Test
    void a_phones_second_picture_behind_the_first_one_is_no_polyglot() {
        byte[] thumbnail = jpeg(page(300, 300));
        assertThat(inspect(join(jpeg(PAGE), new byte[4], thumbnail))).isInstanceOf(Inspection.Accepted.class);
    }

    static Stream<Arguments> hostile() {
        byte[] picture = jpeg(PAGE);
        byte[] drawn = png(PAGE);
        byte[] archive = zip("run.js", "alert(1)");
        return Stream.of(
                refused("nothing", new byte[0], PaperFault.EMPTY),
                refused("one byte too much", new byte[20 * 1_024 * 1_024 + 1], PaperFault.TOO_LARGE),
                refused("a web page", ascii("<html><script>alert(1)</script></html>"), PaperFault.WRONG_TYPE),
                refused("a program", join(ascii("\u007fELF"), new byte[400]), PaperFault.WRONG_TYPE),
                refused(
                        "an iPhone's HEIC",
                        join(new byte[] {0, 0, 0, 24}, ascii("ftypheic"), new byte[99]),
                        PaperFault.HEIC),
                refused("a JPEG that is also a ZIP", join(picture, archive), PaperFault.POLYGLOT),
                refused("a JPEG with a ZIP in a comment", withComment(picture, archive), PaperFault.POLYGLOT),
                refused(
                        "a JPEG with a web page in a comment",
                        withComment(picture, ascii("<script>x")),
                        PaperFault.POLYGLOT),
                refused(
                        "a JPEG with a PDF in a comment",
                        withComment(picture, ascii("%PDF-1.4 ")),
                        PaperFault.POLYGLOT),
                refused("a JPEG with a film behind it", join(picture, ascii("ftypmp42 film")), PaperFault.POLYGLOT),
                refused("a PNG that is also a ZIP", join(drawn, archive), PaperFault.POLYGLOT),
                refused("a PNG with a web page in its text", withText(drawn, "<script>alert(1)"), PaperFault.POLYGLOT),
                refused("a PDF that is also a ZIP", join(pdf(1), archive), PaperFault.POLYGLOT),
                refused("a PDF behind a web page", join(ascii("<html>"), pdf(1)), PaperFault.POLYGLOT),
                refused("a picture of one pixel", png(page(1, 1, List.of())), PaperFault.ONE_PIXEL),
                refused("a stamp", jpeg(page(299, 900)), PaperFault.TOO_FEW_PIXELS),
                refused("a bomb of 50,000 × 50,000 pixels", blankPng(50_000, 50_000), PaperFault.TOO_MANY_PIXELS),
                refused("a JPEG that only says to be huge", inflated(picture), PaperFault.TOO_MANY_PIXELS),
                refused("half a JPEG", Arrays.copyOf(picture, picture.length / 2), PaperFault.BROKEN),
                refused("a JPEG with an end but half its data", torn(picture), PaperFault.BROKEN),
                refused("half a PNG", Arrays.copyOf(drawn, drawn.length / 2), PaperFault.BROKEN),
                refused("a PNG with a wrong byte", flipped(drawn), PaperFault.BROKEN),
                refused("half a PDF", Arrays.copyOf(pdf(2), 400), PaperFault.BROKEN),
                refused("a PDF of nothing", ascii("%PDF-1.7\n%%EOF\n"), PaperFault.BROKEN));
    }

    static Stream<Arguments> hostilePdfs() {
        return Stream.of(
                refused("21 pages", pdf(21), PaperFault.PDF_PAGES),
                refused("encrypted", pdf(1, PaperInspectionTest::encrypt), PaperFault.PDF_ENCRYPTED),
                refused(
                        "a script at its opening",
                        pdf(
                                1,
                                document -> document.getDocumentCatalog()
                                        .setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                        PaperFault.PDF_SCRIPT),
                refused(
                        "a launch",
                        pdf(1, document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())),
                        PaperFault.PDF_ACTION),
                refused("a link", pdf(1, PaperInspectionTest::link), PaperFault.PDF_ACTION),
                refused(
                        "a form that is sent",
                        pdf(
                                1,
                                document -> document.getDocumentCatalog()
                                        .getCOSObject()
                                        .setItem("OpenAction", new PDActionSubmitForm().getCOSObject())),
                        PaperFault.PDF_ACTION),
                refused("a file in it", pdf(1, PaperInspectionTest::embed), PaperFault.PDF_EMBEDDED),
                refused("XFA", pdf(1, PaperInspectionTest::xfa), PaperFault.PDF_XFA),
                refused("a bomb", pdfWith("/Filter/FlateDecode", deflated(100_000_000)), PaperFault.PDF_BOMB),
                refused(
                        "a bomb under a masked name",
                        pdfWith("/Filter/Fl#61teDecode", deflated(100_000_000)),
                        PaperFault.PDF_BOMB),
                refused(
                        "a nested bomb",
                        pdfWith("/Filter[/FlateDecode/FlateDecode]", deflated(deflated(500_000_000))),
                        PaperFault.PDF_BOMB),
                refused(
                        "a bomb within hexadecimals",
                        pdfWith("/Filter[/ASCIIHexDecode/FlateDecode]", hex(deflated(100_000_000))),
                        PaperFault.PDF_BOMB),
                refused(
                        "a filter that is told elsewhere",
                        pdfWith("/Filter 9 0 R", deflated(1_000)),
                        PaperFault.PDF_BOMB),
                refused(
                        "a picture that is huge in its own words",
                        pdfWith("/Filter/DCTDecode/Subtype/Image", inflated(jpeg(PAGE))),
                        PaperFault.TOO_MANY_PIXELS),
                refused(
                        "a picture in JPEG 2000",
                        pdfWith("/Filter/JPXDecode/Subtype/Image", new byte[99]),
                        PaperFault.PDF_PICTURES),
                refused("a bomb in the page's own text", pdfWith("", inlineBomb()), PaperFault.BROKEN));
    }

    private static Arguments refused(String what, byte[] file, PaperFault... faults) {
        return Arguments.of(Named.of(what, file), EnumSet.copyOf(List.of(faults)));
    }

    @ParameterizedTest
    @MethodSource({"hostile", "hostilePdfs"})
    void each_hostile_file_is_refused_for_its_own_reason(byte[] file, Set<PaperFault> faults) {
        assertThat(inspect(file)).isEqualTo(new Inspection.Refused(faults));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        byte[] both = pdf(1, document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            link(document);
            embed(document);
        });
        assertThat(inspect(both))
                .isEqualTo(new Inspection.Refused(
                        Set.of(PaperFault.PDF_SCRIPT, PaperFault.PDF_ACTION, PaperFault.PDF_EMBEDDED)));
    }

    @Test
    void a_pdf_whose_time_is_over_is_given_up() {
        assertThat(PaperInspection.inspect(pdf(1), () -> true))
                .isEqualTo(new Inspection.Refused(Set.of(PaperFault.PDF_SLOW)));
    }

    @Test
    void a_photograph_is_turned_as_the_camera_was_held() throws IOException {
        byte[] turned = withSegment(jpeg(PAGE), 0xE1, exif(6));
        var shown = Picture.of(FileType.JPEG, turned).decode(500);
        assertThat(shown.getWidth()).isEqualTo(500);
        assertThat(shown.getHeight()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_has_a_code_and_a_fix_in_both_languages(PaperFault fault) {
        assertThat(fault.code()).matches("papers\\.[a-z]+(-[a-z]+)*");
        assertThat(fault.english()).matches("(?s).*[;:,].*\\.");
        assertThat(fault.chinese()).matches("(?s)[^,;]*，.*。");
    }

    private static byte[] exif(int orientation) {
        return join(
                ascii("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"),
                new byte[] {(byte) orientation, 0, 0, 0, 0, 0, 0});
    }

    private static byte[] withComment(byte[] jpeg, byte[] comment) {
        return withSegment(jpeg, 0xFE, comment);
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        return join(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length},
                content,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] withText(byte[] png, String text) {
        return join(
                Arrays.copyOf(png, 33), chunk("tEXt", ascii("c\0" + text)), Arrays.copyOfRange(png, 33, png.length));
    }

    /// Its header says 60,000 × 60,000.
    private static byte[] inflated(byte[] jpeg) {
        byte[] result = jpeg.clone();
        int at = 2;
        while (result[at + 1] != (byte) 0xC0) {
            at += 2 + Bytes.u16(result, at + 2);
        }
        for (int side = 5; side <= 7; side += 2) {
            result[at + side] = (byte) (60_000 >> 8);
            result[at + side + 1] = (byte) (60_000 & 0xFF);
        }
        return result;
    }

    private static byte[] torn(byte[] jpeg) {
        return join(Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {0, (byte) 0xFF, (byte) 0xD9});
    }

    private static byte[] flipped(byte[] png) {
        byte[] result = png.clone();
        result[png.length / 2] ^= 0x55;
        return result;
    }

    private static byte[] hex(byte[] bytes) {
        return ascii(java.util.HexFormat.of().formatHex(bytes) + ">");
    }

    private static byte[] inlineBomb() {
        return join(
                ascii("q 100 0 0 100 0 0 cm BI /W 1000 /H 1000 /BPC 8 /CS /G /F /Fl ID "),
                deflated(400_000_000),
                ascii("\nEI Q\n"));
    }

    private static void encrypt(PDDocument document) throws IOException {
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
        policy.setEncryptionKeyLength(128);
        document.protect(policy);
    }

    private static void link(PDDocument document) throws IOException {
        PDActionURI there = new PDActionURI();
        there.setURI("https://example.com/");
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(there);
        document.getPage(0).getAnnotations().add(link);
    }

    private static void embed(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("run.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(new byte[] {'M', 'Z'})));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(java.util.Map.of("run.exe", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private static void xfa(PDDocument document) {
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.getPDFName("XFA"), new COSString("<xdp/>"));
        document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
    }
}
