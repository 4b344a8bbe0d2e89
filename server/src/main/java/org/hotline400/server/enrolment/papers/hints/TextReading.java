package org.hotline400.server.enrolment.papers.hints;

import java.util.Optional;

/// Reads the text in a picture, where a program for it is installed.
public interface TextReading {

    /// @param png the picture
    /// @return empty when it was not read: no program, too slow, failed
    Optional<String> read(byte[] png);
}
