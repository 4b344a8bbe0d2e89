package org.hotline400.server.vault;

import java.util.List;
import java.util.regex.Pattern;

/// The name of a stored file: segments joined by `/`, each of letters, digits, `.`, `_` and `-`, starting with a letter
/// or digit. So no name leads out of the store.
public record BlobName(String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,9}");

    public BlobName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a name for a stored file: \"" + value + "\"");
        }
    }

    public List<String> segments() {
        return List.of(value.split("/", -1));
    }

    @Override
    public String toString() {
        return value;
    }
}
