package org.hotline400.server.regions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Mobile segments and their homes, as a file told them. Filled once, then only read.
public final class Segments {
    private static final int FIRST = MobileLines.FIRST_SEGMENT;

    private final @Nullable Place[] places = new @Nullable Place[MobileLines.SEGMENTS];
    private final @Nullable String[] carriers = new @Nullable String[MobileLines.SEGMENTS];
    private final Map<String, String> names = new HashMap<>();
    private int count;

    /// Takes one segment with its home.
    @FunctionalInterface
    public interface Visitor {
        /// @param carrier empty when not told
        void visit(int segment, Place place, String carrier);
    }

    void put(int segment, Place place, String carrier) {
        count += places[segment - FIRST] == null ? 1 : 0;
        places[segment - FIRST] = place;
        carriers[segment - FIRST] = names.computeIfAbsent(carrier, name -> name);
    }

    boolean has(int segment) {
        return places[segment - FIRST] != null;
    }

    boolean says(int segment, Place place, String carrier) {
        return place.equals(places[segment - FIRST]) && carrier.equals(carriers[segment - FIRST]);
    }

    /// How many different carriers are named.
    int carriers() {
        return names.size();
    }

    /// How many segments there are.
    public int count() {
        return count;
    }

    /// In the order of their digits.
    public void forEach(Visitor visitor) {
        for (int i = 0; i < MobileLines.SEGMENTS; i++) {
            var place = places[i];
            var carrier = carriers[i];
            if (place != null && carrier != null) {
                visitor.visit(FIRST + i, place, carrier);
            }
        }
    }

    /// As a node stores them: lines of segment, code and carrier, packed by gzip.
    public void write(OutputStream out) throws IOException {
        try (var lines = new OutputStreamWriter(new GZIPOutputStream(out, 1 << 16), StandardCharsets.UTF_8)) {
            var text = new StringBuilder();
            forEach((segment, place, carrier) -> text.append(segment)
                    .append(',')
                    .append(place.adcode())
                    .append(',')
                    .append(carrier)
                    .append('\n'));
            lines.append(text);
        }
    }

    /// Reads what [#write] wrote. A city that this release does not know is left out.
    public static Segments read(InputStream in, RegionTable table) {
        var segments = new Segments();
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in, 1 << 16), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fields = line.split(",", -1);
                table.byAdcode(fields[1])
                        .ifPresent(place -> segments.put(Integer.parseInt(fields[0]), place, fields[2]));
            }
            return segments;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
