package org.hotline400.app.run;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The ports audio may use, both ends inside.
public record PortRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    public PortRange {
        if (first < 1024 || last > 65535 || last <= first) {
            throw new IllegalArgumentException(
                    "a port range lies inside 1024-65535 and ends above its start, such as 20000-29999; was " + first
                            + "-" + last);
        }
    }

    /// Reads `20000-29999`.
    public static PortRange parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a port range is written 20000-29999; was \"" + text + "\"");
        }
        return new PortRange(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }

    /// For the command line.
    public static final class Converter implements ITypeConverter<PortRange> {
        @Override
        public PortRange convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
