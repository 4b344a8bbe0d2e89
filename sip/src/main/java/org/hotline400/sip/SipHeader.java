package org.hotline400.sip;

/// One header field. Neither part may hold CR or LF, so nothing a caller sends can smuggle in a header of its own.
public record SipHeader(String name, String value) {
    public SipHeader {
        if (name.isBlank() || hasLineBreak(name) || hasLineBreak(value)) {
            throw new IllegalArgumentException("a header needs a name and no line break: " + name);
        }
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }
}
