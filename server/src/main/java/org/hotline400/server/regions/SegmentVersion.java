package org.hotline400.server.regions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One import of a segment file. The newest that was not withdrawn is in force.
///
/// @param version counts up
/// @param name that the operator gave it: `data house, July`
/// @param dated when the data was gathered
/// @param author who imported it
/// @param segments how many it tells
/// @param withdrawnAt empty when it was not
public record SegmentVersion(
        int version,
        String name,
        LocalDate dated,
        String author,
        Instant importedAt,
        int segments,
        Optional<Instant> withdrawnAt) {}
