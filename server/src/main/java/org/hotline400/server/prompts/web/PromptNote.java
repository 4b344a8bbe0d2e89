package org.hotline400.server.prompts.web;

import org.hotline400.server.kernel.Checks;

/// Why a version was stored.
final class PromptNote {
    private static final int LONGEST = 200;

    private PromptNote() {}

    static String read(Checks checks, String note) {
        if (note.length() > LONGEST || note.indexOf('\0') >= 0) {
            checks.add("note", "too-long", "has at most 200 characters, none of them NUL");
        }
        return note;
    }
}
