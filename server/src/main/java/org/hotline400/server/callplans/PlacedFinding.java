package org.hotline400.server.callplans;

import java.util.List;

/// A finding with its place in the author's text and the way to mend it.
///
/// @param path where, as a JSON pointer (RFC 6901)
/// @param line of the text, from 1
/// @param column of that line, from 1
/// @param code stable, for machines
/// @param message what is wrong in this case
/// @param fix what to do about findings of this code
public record PlacedFinding(
        Finding.Severity severity, String path, int line, int column, String code, String message, Words fix) {

    /// Finds the places of all findings in the document they are about.
    public static List<PlacedFinding> in(String document, List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        var places = PointerLocations.of(document);
        return findings.stream().map(finding -> at(places, finding)).toList();
    }

    private static PlacedFinding at(PointerLocations places, Finding finding) {
        var place = places.find(finding.path());
        return new PlacedFinding(
                finding.severity(),
                finding.path(),
                place.line(),
                place.column(),
                finding.code(),
                finding.message(),
                Fixes.of(finding));
    }
}
