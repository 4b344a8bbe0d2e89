package org.hotline400.server.enrolment.papers.inspection;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Looks at everything that can be reached in a PDF for what acts, hides or explodes.
final class PdfObjects {
    private static final int MOST_OBJECTS = 200_000;
    private static final COSName JAVASCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName SCRIPT = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final Set<String> ACTIONS = Set.of(
            "Launch",
            "URI",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "GoTo3DView");
    private static final Set<String> ACTING = Set.of("RichMedia", "3D", "Movie", "Sound", "Screen");

    private final Set<PaperFault> faults = EnumSet.noneOf(PaperFault.class);
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();

    private PdfObjects() {}

    static Set<PaperFault> faults(COSDictionary trailer) {
        PdfObjects look = new PdfObjects();
        look.add(trailer);
        while (!look.waiting.isEmpty()) {
            if (look.seen.size() > MOST_OBJECTS) {
                look.faults.add(PaperFault.PDF_BOMB);
                break;
            }
            look.visit(look.waiting.remove());
        }
        return look.faults;
    }

    private void add(@Nullable COSBase object) {
        COSBase real = object instanceof COSObject reference ? reference.getObject() : object;
        if ((real instanceof COSDictionary || real instanceof COSArray) && seen.add(real)) {
            waiting.add(real);
        }
    }

    private void visit(COSBase object) {
        switch (object) {
            case COSDictionary dictionary -> {
                judge(dictionary);
                dictionary.getValues().forEach(this::add);
            }
            case COSArray array -> array.forEach(this::add);
            default -> {}
        }
    }

    private void judge(COSDictionary dictionary) {
        String action = name(dictionary, COSName.S);
        if (action.equals("JavaScript") || dictionary.containsKey(SCRIPT) || dictionary.containsKey(JAVASCRIPT)) {
            faults.add(PaperFault.PDF_SCRIPT);
        }
        String subtype = name(dictionary, COSName.SUBTYPE);
        if (ACTIONS.contains(action) || ACTING.contains(subtype)) {
            faults.add(PaperFault.PDF_ACTION);
        }
        if (embeds(dictionary) || subtype.equals("FileAttachment")) {
            faults.add(PaperFault.PDF_EMBEDDED);
        }
        if (dictionary.containsKey(XFA)) {
            faults.add(PaperFault.PDF_XFA);
        }
        if (dictionary instanceof COSStream stream) {
            judgeStream(stream, subtype);
        }
    }

    private static boolean embeds(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.EF)
                || dictionary.containsKey(COSName.EMBEDDED_FILES)
                || name(dictionary, COSName.TYPE).equals("EmbeddedFile");
    }

    private void judgeStream(COSStream stream, String subtype) {
        if (stream.containsKey(COSName.F)) {
            faults.add(PaperFault.PDF_ACTION);
        }
        long pixels = (long) Math.max(0, stream.getInt(COSName.WIDTH)) * Math.max(0, stream.getInt(COSName.HEIGHT));
        if (subtype.equals("Image") && (pixels > PictureInspection.MOST_PIXELS || fax(stream))) {
            faults.add(PaperFault.TOO_MANY_PIXELS);
        }
    }

    /// What a fax's own parameters make room for.
    private static boolean fax(COSStream stream) {
        COSBase told = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        COSBase parameters = told instanceof COSArray list && list.size() > 0 ? list.getObject(list.size() - 1) : told;
        if (!(parameters instanceof COSDictionary fax)) {
            return false;
        }
        long rows = Math.max(fax.getInt(COSName.ROWS, 0), stream.getInt(COSName.HEIGHT, 0));
        return Math.max(0L, fax.getInt(COSName.COLUMNS, 0)) * rows > PictureInspection.MOST_PIXELS;
    }

    private static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }
}
