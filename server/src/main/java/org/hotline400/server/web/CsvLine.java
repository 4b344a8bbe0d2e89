package org.hotline400.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One line of a CSV file (RFC 4180) whose fields have no line breaks.
///
/// Spreadsheets take a cell that begins with `=`, `+`, `-`, `@` for a formula and run it. So such a field is
/// written with an apostrophe before it, which spreadsheets do not show, and read without. A plain number below zero is
/// none of these: it is to be summed.
public final class CsvLine {
    /// The last four are the full-width forms, which Chinese and Japanese spreadsheets take as well.
    private static final String DANGEROUS = "=+-@\t\r＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");
    private static final char APOSTROPHE = '\'';

    private CsvLine() {}

    /// Reads a line.
    ///
    /// @throws IllegalArgumentException when its quotes are wrong
    public static List<String> split(String line) {
        var fields = new ArrayList<String>();
        int at = 0;
        while (at <= line.length()) {
            var field = new StringBuilder();
            int end = at < line.length() && line.charAt(at) == '"' ? quoted(line, at, field) : bare(line, at, field);
            fields.add(disarmed(field.toString()));
            at = end + 1;
        }
        return fields;
    }

    private static int bare(String line, int from, StringBuilder field) {
        int comma = line.indexOf(',', from);
        int end = comma < 0 ? line.length() : comma;
        field.append(line, from, end);
        if (field.indexOf("\"") >= 0) {
            throw new IllegalArgumentException("a quote stands within a field: put the field in quotes and double it");
        }
        return end;
    }

    private static int quoted(String line, int from, StringBuilder field) {
        int at = from + 1;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalArgumentException("a quoted field does not end; a field has no line break");
            }
            field.append(line, at, quote);
            at = quote + 1;
            if (at == line.length() || line.charAt(at) == ',') {
                return at;
            }
            if (line.charAt(at) != '"') {
                throw new IllegalArgumentException("after the closing quote of a field comes a comma");
            }
            field.append('"');
            at++;
        }
    }

    private static String disarmed(String field) {
        boolean armed = field.length() > 1 && field.charAt(0) == APOSTROPHE && mustArm(field.charAt(1));
        return armed ? field.substring(1) : field;
    }

    private static boolean mustArm(char first) {
        return first == APOSTROPHE || DANGEROUS.indexOf(first) >= 0;
    }

    /// Writes a line, with CR LF at its end, that no spreadsheet takes for formulas and that [#split] reads
    /// back.
    public static String join(List<String> fields) {
        return fields.stream().map(CsvLine::written).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String written(String field) {
        boolean dangerous = !field.isEmpty()
                && mustArm(field.charAt(0))
                && !NUMBER.matcher(field).matches();
        var text = dangerous ? APOSTROPHE + field : field;
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
