package org.hotline400.server.enrolment.papers.inspection;

import java.util.List;

/// Finds a second file in a file, by which one program sees a picture and another one an archive or a web
/// page.
final class HiddenContent {
    /// A ZIP's end record, with the longest comment behind it (APPNOTE.TXT §4.3.16).
    private static final int ZIP_END = 65_535 + 22;
    /// So far behind the start a PDF may begin for its readers (ISO 32000-1 annex H.3.4.1).
    private static final int PDF_START = 1_024;

    private static final List<String> PAGES = List.of("<!doctype html", "<html", "<script", "<?php", "<svg", "<body");

    private HiddenContent() {}

    /// Whether it can be opened as a ZIP, and so as a JAR or an office document: an end record near the end
    /// that finds its directory.
    static boolean isArchive(byte[] file) {
        for (int at = file.length - 22; at >= Math.max(0, file.length - ZIP_END); at--) {
            if (Bytes.has(file, at, "PK\5\6") && pointsToDirectory(file, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean pointsToDirectory(byte[] file, int end) {
        long size = Integer.toUnsignedLong(Integer.reverseBytes(Bytes.i32(file, end + 12)));
        long directory = end - size;
        return size == 0 || (directory >= 0 && Bytes.has(file, (int) directory, "PK\1\2"));
    }

    /// Whether a picture would be read as a PDF.
    static boolean isDocument(byte[] picture) {
        return Bytes.find(picture, "%PDF-", 0, PDF_START) >= 0;
    }

    /// Whether a web page or script is in this part of a file.
    static boolean hasPage(byte[] file, int from, int to) {
        String text = Bytes.text(file, from, to);
        return PAGES.stream().anyMatch(text::contains);
    }
}
