package org.hotline400.server.enrolment.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Brings what people type into one shape: full-width letters and digits become plain ones, dates as cards
/// print them become ISO dates. It never mends what may be wrong.
public final class FormText {
    /// No end, as licences and cards print it.
    public static final String NO_END = "长期";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?");
    private static final int FIRST_WIDE = 0xFF01;
    private static final int LAST_WIDE = 0xFF5E;
    private static final int WIDE_BY = 0xFEE0;

    private FormText() {}

    /// The form with each field in its shape; a field of blanks is not filled in.
    public static Form normalise(Form form) {
        return new Form(
                form.entity().flatMap(FormText::code),
                form.trade().flatMap(FormText::code),
                company(form.company()),
                person(form.legalRepresentative()),
                person(form.handler()),
                choice(form.choice()));
    }

    private static Form.Company company(Form.Company company) {
        return new Form.Company(
                company.name().flatMap(FormText::words),
                company.creditCode().flatMap(FormText::capitals),
                company.licenceFrom().flatMap(FormText::date),
                company.licenceUntil().flatMap(FormText::date),
                company.address().flatMap(FormText::words));
    }

    private static Form.Person person(Form.Person person) {
        return new Form.Person(
                person.name().flatMap(FormText::words),
                person.document().flatMap(FormText::code),
                person.number().flatMap(FormText::capitals),
                person.until().flatMap(FormText::date),
                person.mobile().flatMap(FormText::telephone),
                person.mail().flatMap(FormText::plain));
    }

    private static Form.Choice choice(Form.Choice choice) {
        return new Form.Choice(
                choice.number().flatMap(FormText::telephone),
                choice.tariff().flatMap(FormText::code),
                choice.termMonths(),
                choice.purpose().flatMap(FormText::words),
                lines(choice.forwardTo()));
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream().flatMap(line -> telephone(line).stream()).toList();
    }

    /// The number of a document or a credit code as forms keep it: capital letters and digits without blanks.
    public static Optional<String> documentNumber(String text) {
        return capitals(text);
    }

    private static Optional<String> code(String text) {
        return shape(text, plain -> plain.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> capitals(String text) {
        return shape(text, plain -> plain.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> plain(String text) {
        return shape(text, UnaryOperator.identity());
    }

    private static Optional<String> telephone(String text) {
        return shape(text, plain -> plain.replaceAll("\\p{Pd}", "").replaceFirst("^(\\+86|0086)", ""));
    }

    private static Optional<String> date(String text) {
        return shape(text, plain -> {
            if (plain.equals("長期") || plain.equals("永久")) {
                return NO_END;
            }
            var parts = DATE.matcher(plain);
            return parts.matches()
                    ? "%s-%02d-%02d"
                            .formatted(parts.group(1), Integer.valueOf(parts.group(2)), Integer.valueOf(parts.group(3)))
                    : plain;
        });
    }

    private static Optional<String> shape(String text, UnaryOperator<String> last) {
        var plain = BLANKS.matcher(narrow(text)).replaceAll("");
        return plain.isEmpty() ? Optional.empty() : Optional.of(last.apply(plain));
    }

    /// Names and sentences keep their punctuation: a licence prints `（中国）` as it is.
    private static Optional<String> words(String text) {
        var words = BLANKS.matcher(text).replaceAll(" ").strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /// Full-width forms of ASCII (Unicode block Halfwidth and Fullwidth Forms) as ASCII.
    static String narrow(String text) {
        var out = new StringBuilder(text.length());
        text.chars()
                .map(c -> c >= FIRST_WIDE && c <= LAST_WIDE ? c - WIDE_BY : c)
                .forEach(c -> out.append((char) c));
        return out.toString();
    }
}
