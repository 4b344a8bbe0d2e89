package org.hotline400.server.enrolment.papers;

/// Where a file stands among an application's papers.
///
/// @param number 1 to 6: the front and back of a card, the pages of a contract
public record PaperPlace(PaperKind kind, int number) {
    public static final int MOST = 6;

    public PaperPlace {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a paper has the places 1 to " + MOST);
        }
    }
}
