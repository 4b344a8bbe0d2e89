package org.hotline400.server.enrolment.papers.inspection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;

/// Unfolds every stream of a PDF (ISO 32000-1 §7.3.8) into nothing, counting, before PDFBox may unfold it into
/// memory: PDFBox has no bound, and needs the first streams to find its way at all. It is read from the raw
/// bytes, where every stream must stand; what is ambiguous there is refused.
final class PdfStreams {
    private static final long MOST_OF_PICTURE = 160_000_000;
    private static final long MOST_OF_PICTURES = 600_000_000;
    private static final long MOST_OF_OTHER = 32_000_000;
    private static final long MOST_OF_OTHERS = 64_000_000;
    /// Streams of objects become many small objects of Java.
    private static final long MOST_OF_OBJECTS = 4_000_000;
    private static final int MOST_STREAMS = 5_000;
    private static final int LONGEST_DICTIONARY = 64 * 1_024;

    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern FILTER = Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL"
            + "|ASCII85Decode|A85|ASCIIHexDecode|AHx|DCTDecode|DCT|CCITTFaxDecode|CCF|JPXDecode|JBIG2Decode|Crypt)"
            + "(?=[\\s/\\[\\]<>(){}%\\x00]|$)");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");
    private static final Pattern OBJECTS = Pattern.compile("/(ObjStm|XRef)\\b|/First\\b|/W\\s*\\[");

    private final byte[] file;
    private final Set<PaperFault> faults = EnumSet.noneOf(PaperFault.class);
    private long pictures;
    private long others;

    private PdfStreams(byte[] file) {
        this.file = file;
    }

    static Set<PaperFault> faults(byte[] file) {
        return new PdfStreams(file).look();
    }

    private Set<PaperFault> look() {
        if (trailerSays("/Encrypt")) {
            faults.add(PaperFault.PDF_ENCRYPTED);
        }
        int streams = 0;
        for (int at = next(0); at >= 0 && faults.isEmpty(); at = next(at + 1)) {
            String dictionary = dictionaryBefore(at);
            if (dictionary.contains(">>")) {
                look(dictionary, at + "stream".length());
                streams++;
            }
            if (streams > MOST_STREAMS) {
                faults.add(PaperFault.PDF_BOMB);
            }
        }
        return faults;
    }

    private int next(int from) {
        int at = Bytes.find(file, "stream", from, file.length);
        while (at >= 0 && (Bytes.has(file, at - 3, "end") || !endsLine(at + 6))) {
            at = Bytes.find(file, "stream", at + 1, file.length);
        }
        return at;
    }

    /// The key word is followed by a line end; blanks before it are forgiven by readers.
    private boolean endsLine(int at) {
        int end = at;
        while (end < file.length && file[end] == ' ') {
            end++;
        }
        return end < file.length && (file[end] == '\r' || file[end] == '\n');
    }

    /// Escapes in names (`/Fl#61teDecode`) are undone. A longer one than any real one counts as none here and
    /// fails when it is read.
    private String dictionaryBefore(int stream) {
        int object = Bytes.findLast(file, "obj", stream, stream - LONGEST_DICTIONARY);
        int from = object < 0 ? Math.max(0, stream - LONGEST_DICTIONARY) : object;
        return plain(new String(file, from, stream - from, StandardCharsets.ISO_8859_1));
    }

    private static String plain(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private boolean trailerSays(String name) {
        for (int at = Bytes.find(file, "trailer", 0, file.length); at >= 0; ) {
            int end = Math.min(file.length, at + LONGEST_DICTIONARY);
            int stop = Bytes.find(file, "startxref", at, end);
            if (plain(new String(file, at, (stop < 0 ? end : stop) - at, StandardCharsets.ISO_8859_1))
                    .contains(name)) {
                return true;
            }
            at = Bytes.find(file, "trailer", at + 1, file.length);
        }
        return false;
    }

    private void look(String dictionary, int start) {
        List<String> filters = FILTER.matcher(dictionary)
                .results()
                .map(found -> full(found.group(1)))
                .toList();
        long unfolding = filters.stream().filter(PdfStreams::unfolds).count();
        boolean hidden = dictionary.contains("/Filter") && filters.isEmpty();
        if (dictionary.contains("/Encrypt") || filters.contains("Crypt")) {
            faults.add(PaperFault.PDF_ENCRYPTED);
        } else if (filters.contains("JPXDecode") || filters.contains("JBIG2Decode")) {
            faults.add(PaperFault.PDF_PICTURES);
        } else if (hidden || unfolding > 1 || filters.size() > 3) {
            faults.add(PaperFault.PDF_BOMB);
        } else if (!filters.isEmpty()) {
            unfold(dictionary, filters, start);
        }
    }

    private static String full(String name) {
        return switch (name) {
            case "Fl" -> "FlateDecode";
            case "LZW" -> "LZWDecode";
            case "RL" -> "RunLengthDecode";
            case "A85" -> "ASCII85Decode";
            case "AHx" -> "ASCIIHexDecode";
            case "DCT" -> "DCTDecode";
            case "CCF" -> "CCITTFaxDecode";
            default -> name;
        };
    }

    private static boolean unfolds(String filter) {
        return filter.equals("FlateDecode") || filter.equals("LZWDecode") || filter.equals("RunLengthDecode");
    }

    private void unfold(String dictionary, List<String> filters, int start) {
        boolean picture = PICTURE.matcher(dictionary).find();
        long most = picture ? MOST_OF_PICTURE : MOST_OF_OTHER;
        if (!picture && OBJECTS.matcher(dictionary).find()) {
            most = MOST_OF_OBJECTS;
        }
        try {
            long size = through(filters, firstByte(start), most);
            pictures += picture ? size : 0;
            others += picture ? 0 : size;
        } catch (TooMuchException tooMuch) {
            faults.add(PaperFault.PDF_BOMB);
        }
        if (pictures > MOST_OF_PICTURES || others > MOST_OF_OTHERS) {
            faults.add(PaperFault.PDF_BOMB);
        }
    }

    private int firstByte(int afterKeyword) {
        int at = afterKeyword;
        while (file[at] == ' ') {
            at++;
        }
        at += file[at] == '\r' ? 1 : 0;
        return at < file.length && file[at] == '\n' ? at + 1 : at;
    }

    /// @return how many bytes come out
    private long through(List<String> filters, int start, long most) {
        InputStream data = new ByteArrayInputStream(file, start, file.length - start);
        long size = 0;
        for (String filter : filters) {
            switch (filter) {
                case "DCTDecode" -> checkJpeg(data);
                case "CCITTFaxDecode" -> {}
                default -> {
                    Counting out = new Counting(most, filters.size() > 1);
                    decode(filter, data, out);
                    size = Math.max(size, out.count);
                    data = new ByteArrayInputStream(out.kept.toByteArray());
                }
            }
        }
        return size;
    }

    private void checkJpeg(InputStream data) {
        try {
            if (JpegFile.announcedPixels(data.readAllBytes()) > PictureInspection.MOST_PIXELS) {
                faults.add(PaperFault.TOO_MANY_PIXELS);
            }
        } catch (IOException e) {
            faults.add(PaperFault.BROKEN);
        }
    }

    /// What is broken is noticed when the document is read; what came out before counts.
    private static void decode(String filter, InputStream data, OutputStream out) {
        try {
            FilterFactory.INSTANCE.getFilter(filter).decode(data, out, new COSDictionary(), 0);
        } catch (TooMuchException tooMuch) {
            throw tooMuch;
        } catch (IOException | RuntimeException broken) {
            return;
        }
    }

    private static final class TooMuchException extends RuntimeException {
        private TooMuchException() {
            super("more than its bound", null, false, false);
        }
    }

    private static final class Counting extends OutputStream {
        private final long most;
        private final boolean keep;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long count;

        private Counting(long most, boolean keep) {
            this.most = most;
            this.keep = keep;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
            if (count > most) {
                throw new TooMuchException();
            }
            if (keep) {
                kept.write(bytes, from, length);
            }
        }
    }
}
