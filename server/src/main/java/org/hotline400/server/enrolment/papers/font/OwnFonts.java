package org.hotline400.server.enrolment.papers.font;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// Shows text whose font is not in the PDF with ours, which has Chinese. Otherwise PDFBox would look through
/// all fonts of the machine at first use, for seconds, and leave a list of them in the home folder.
public final class OwnFonts implements FontMapper {
    private OwnFonts() {}

    /// For the whole process; may be called more than once.
    public static void use() {
        FontMappers.set(new OwnFonts());
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(PaperFont.shared(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(PaperFont.shared(), true);
    }

    // The constructor takes a missing CID font.
    @SuppressWarnings("NullAway")
    @Override
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo characters) {
        OpenTypeFont none = null;
        return new CIDFontMapping(none, PaperFont.shared(), true);
    }
}
