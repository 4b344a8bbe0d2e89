package org.hotline400.server.enrolment.review;

import java.util.List;

/// Something that a reviewer may find wrong.
///
/// @param code stable: `seal-unclear`
/// @param about where: a field, a paper, or a group by its prefix and a star
/// @param ownWords whether the reviewer says himself what is wrong
/// @param chinese what is wrong and what to do; empty with own words
/// @param english the same
public record ReviewReason(String code, List<String> about, boolean ownWords, String chinese, String english) {
    private static final String STAR = "*";

    public ReviewReason {
        about = List.copyOf(about);
        if (!code.matches("[a-z]+(-[a-z]+)*") || about.isEmpty()) {
            throw new IllegalArgumentException("a reason has a code and says what it is about; was " + code);
        }
        if (ownWords != chinese.isBlank() || ownWords != english.isBlank()) {
            throw new IllegalArgumentException(code + " has words in both languages, or leaves them to the reviewer");
        }
    }

    /// Whether it can be the matter with this field or paper.
    public boolean fits(String subject) {
        return about.stream()
                .anyMatch(one -> one.endsWith(STAR)
                        ? subject.startsWith(one.substring(0, one.length() - STAR.length()))
                        : subject.equals(one));
    }
}
