package org.hotline400.server.enrolment.papers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a paper's file is, by its content.
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    private final String media;
    private final String suffix;

    FileType(String media, String suffix) {
        this.media = media;
        this.suffix = suffix;
    }

    /// Its media type (RFC 6838).
    public String media() {
        return media;
    }

    /// What a file's name ends with.
    public String suffix() {
        return suffix;
    }

    /// The text code: `pdf`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FileType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// What the first bytes say.
    public static Optional<FileType> byContent(byte[] file) {
        return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        return switch (this) {
            case PDF -> startsWith(file, '%', 'P', 'D', 'F', '-');
            case JPEG -> startsWith(file, 0xFF, 0xD8, 0xFF);
            case PNG -> startsWith(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
        };
    }

    private static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
