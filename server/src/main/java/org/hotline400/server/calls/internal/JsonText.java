package org.hotline400.server.calls.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes JSON (RFC 8259) into [Bytes], in the form that Jackson gives values of `java.time`.
final class JsonText {
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;
    /// From 1970 to 9999, where an instant's text has four digits of year.
    private static final long PLAIN_YEARS = 253_402_300_800L;
    private static final int MILLI = 1_000_000;

    private final Bytes bytes;
    /// Whether a comma stands before what comes next.
    private boolean more;

    JsonText(Bytes bytes) {
        this.bytes = bytes;
    }

    JsonText object() {
        return begin('{');
    }

    JsonText array() {
        return begin('[');
    }

    JsonText endObject() {
        return end('}');
    }

    JsonText endArray() {
        return end(']');
    }

    private JsonText begin(char bracket) {
        separate();
        bytes.put(bracket);
        more = false;
        return this;
    }

    private JsonText end(char bracket) {
        bytes.put(bracket);
        more = true;
        return this;
    }

    private void separate() {
        if (more) {
            bytes.put(',');
        }
        more = true;
    }

    /// A member's name that needs no escapes; its value comes next.
    JsonText name(String name) {
        separate();
        bytes.put('"');
        bytes.putAscii(name);
        bytes.put('"');
        bytes.put(':');
        more = false;
        return this;
    }

    private JsonText plain(String literal) {
        separate();
        bytes.putAscii(literal);
        return this;
    }

    JsonText value(long number) {
        separate();
        bytes.putDecimal(number);
        return this;
    }

    JsonText value(double number) {
        // JSON has no numbers for these; Jackson reads them from text.
        return Double.isFinite(number) ? plain(Double.toString(number)) : quoted(Double.toString(number));
    }

    JsonText value(boolean yes) {
        return plain(Boolean.toString(yes));
    }

    JsonText value(Enum<?> constant) {
        return quoted(constant.name());
    }

    JsonText value(UUID id) {
        separate();
        bytes.put('"');
        bytes.putHex(id);
        bytes.put('"');
        return this;
    }

    private JsonText quoted(String ascii) {
        separate();
        bytes.put('"');
        bytes.putAscii(ascii);
        bytes.put('"');
        return this;
    }

    /// The character NUL becomes U+FFFD: PostgreSQL's `jsonb` has no place for it.
    JsonText value(String text) {
        separate();
        characters(text);
        return this;
    }

    /// A member that is left out when it has no value.
    JsonText optional(String name, @Nullable Integer number) {
        return number == null ? this : name(name).value(number);
    }

    JsonText optional(String name, @Nullable Double number) {
        return number == null ? this : name(name).value(number);
    }

    JsonText optional(String name, @Nullable String text) {
        return text == null ? this : name(name).value(text);
    }

    JsonText optional(String name, @Nullable Instant instant) {
        return instant == null ? this : name(name).value(instant);
    }

    JsonText optional(String name, @Nullable Duration duration) {
        return duration == null ? this : name(name).value(duration);
    }

    /// A member's name of any text.
    JsonText anyName(String name) {
        separate();
        characters(name);
        bytes.put(':');
        more = false;
        return this;
    }

    private void characters(String text) {
        bytes.put('"');
        for (int i = bytes.putPlain(text); i < text.length(); ) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                i += bytes.putCharacter(text, i);
            } else {
                character(character);
                i++;
            }
        }
        bytes.put('"');
    }

    private void character(char character) {
        switch (character) {
            case '"', '\\' -> escaped(character);
            case '\b' -> escaped('b');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\f' -> escaped('f');
            case '\r' -> escaped('r');
            case 0 -> bytes.putReplacement();
            default -> {
                if (character < 0x20) {
                    bytes.putAscii("\\u00");
                    bytes.put('0' + (character >> 4));
                    bytes.put("0123456789ABCDEF".charAt(character & 0xf));
                } else {
                    bytes.put(character);
                }
            }
        }
    }

    private void escaped(char character) {
        bytes.put('\\');
        bytes.put(character);
    }

    /// As [Instant#toString()].
    JsonText value(Instant instant) {
        long second = instant.getEpochSecond();
        int nano = instant.getNano();
        if (second < 0 || second >= PLAIN_YEARS || nano % MILLI != 0) {
            return quoted(instant.toString());
        }
        separate();
        bytes.put('"');
        date(second / DAY);
        bytes.put('T');
        time((int) (second % DAY));
        if (nano > 0) {
            bytes.put('.');
            bytes.putPadded(nano / MILLI, 3);
        }
        bytes.put('Z');
        bytes.put('"');
        return this;
    }

    /// The civil date of a day, by eras of 400 years that begin in March: a leap day comes last.
    private void date(long epochDay) {
        long day = epochDay + 719_468;
        long era = day / 146_097;
        long ofEra = day % 146_097;
        long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long fromMarch = (5 * ofYear + 2) / 153;
        long month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        bytes.putPadded(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), 4);
        bytes.put('-');
        bytes.putPadded(month, 2);
        bytes.put('-');
        bytes.putPadded(ofYear - (153 * fromMarch + 2) / 5 + 1, 2);
    }

    private void time(int secondOfDay) {
        bytes.putPadded(secondOfDay / 3600, 2);
        bytes.put(':');
        bytes.putPadded(secondOfDay / 60 % 60, 2);
        bytes.put(':');
        bytes.putPadded(secondOfDay % 60, 2);
    }

    /// As [Duration#toString()].
    JsonText value(Duration duration) {
        if (duration.isNegative() || duration.getSeconds() >= MINUTE) {
            return quoted(duration.toString());
        }
        long seconds = duration.getSeconds();
        int nano = duration.getNano();
        separate();
        bytes.putAscii("\"PT");
        bytes.putDecimal(seconds);
        fraction(nano);
        bytes.putAscii("S\"");
        return this;
    }

    private void fraction(int nanos) {
        if (nanos == 0) {
            return;
        }
        int digits = 9;
        int rest = nanos;
        while (rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        bytes.put('.');
        bytes.putPadded(rest, digits);
    }
}
