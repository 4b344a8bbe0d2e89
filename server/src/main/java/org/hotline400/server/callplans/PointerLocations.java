package org.hotline400.server.callplans;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// Where the parts of a JSON document stand in their author's text, by JSON pointer (RFC 6901).
public final class PointerLocations {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(PlanBounds.MAX_DEPTH)
                    .maxDocumentLength(PlanBounds.MAX_BYTES)
                    .build())
            .build());

    private final Map<String, Place> places = new HashMap<>();
    private @Nullable Place broken;

    private PointerLocations() {}

    /// A place in a text, both counted from 1. A member of an object stands where its name does.
    public record Place(int line, int column) {
        static final Place START = new Place(1, 1);
    }

    /// Of a document that is no JSON, what comes before its fault is known.
    public static PointerLocations of(String document) {
        var locations = new PointerLocations();
        try (var parser = JSON.createParser(document)) {
            if (parser.nextToken() != null) {
                locations.note("", parser);
                locations.value(parser, "");
            }
        } catch (JacksonException e) {
            locations.broken = place(e.getLocation());
        }
        return locations;
    }

    private static Place place(@Nullable TokenStreamLocation location) {
        return location == null
                ? Place.START
                : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private void value(JsonParser parser, String pointer) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var member = pointer + "/" + escaped(parser.currentName());
                note(member, parser);
                parser.nextToken();
                value(parser, member);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                var element = pointer + "/" + i;
                note(element, parser);
                value(parser, element);
            }
        }
    }

    private void note(String pointer, JsonParser parser) {
        places.putIfAbsent(pointer, place(parser.currentTokenLocation()));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /// Where a pointer leads; what is not there stands where the nearest thing around it does, and the whole of a
    /// document that is no JSON where it stops being one.
    public Place find(String pointer) {
        if (pointer.isEmpty() && broken != null) {
            return broken;
        }
        var nearest = pointer;
        while (!places.containsKey(nearest)) {
            int end = nearest.lastIndexOf('/');
            if (end < 0) {
                return Place.START;
            }
            nearest = nearest.substring(0, end);
        }
        return places.getOrDefault(nearest, Place.START);
    }
}
