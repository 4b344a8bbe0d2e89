package org.hotline400.server.regions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All 700,000 segments of mobile numbers in one array of numbers of regions: 1.4 MB.
public final class MobileTable implements MobileLines {
    private final char[] slots;
    private final Region[] regions;
    private final BitSet imported;

    private MobileTable(char[] slots, Region[] regions, BitSet imported) {
        this.slots = slots;
        this.regions = regions;
        this.imported = imported;
    }

    static MobileTable of(LibraryPlaces library) {
        var filling = new Filling(new char[SEGMENTS], List.of());
        for (int segment = FIRST_SEGMENT; segment <= LAST_SEGMENT; segment++) {
            var carrier = CarrierPrefixes.own().of(Integer.toString(segment)).name();
            var place = library.of(segment);
            filling.put(segment, place.isPresent() ? place.get().region(carrier) : Region.onlyCarrier(carrier));
        }
        return filling.done(new BitSet());
    }

    /// This table with what an import says in place of what the library says.
    public MobileTable with(Segments segments) {
        var filling = new Filling(slots.clone(), List.of(regions));
        var imported = new BitSet(SEGMENTS);
        segments.forEach((segment, place, carrier) -> {
            var known = regions[slots[segment - FIRST_SEGMENT]].carrier();
            filling.put(segment, place.region(carrier.isEmpty() ? known : carrier));
            imported.set(segment - FIRST_SEGMENT);
        });
        return filling.done(imported);
    }

    @Override
    public Region of(String digits) {
        return regions[slots[MobileLines.segment(digits) - FIRST_SEGMENT]];
    }

    @Override
    public RegionSource source(String digits) {
        int slot = MobileLines.segment(digits) - FIRST_SEGMENT;
        if (regions[slots[slot]].isUnknown()) {
            return RegionSource.NONE;
        }
        return imported.get(slot) ? RegionSource.SEGMENTS : RegionSource.LIBRARY;
    }

    /// What is known of one segment.
    public Region ofSegment(int segment) {
        return regions[slots[segment - FIRST_SEGMENT]];
    }

    /// A table while it is filled: equal regions become one.
    private static final class Filling {
        private final char[] slots;
        private final List<Region> regions;
        private final Map<Region, Character> numbers = new HashMap<>();

        Filling(char[] slots, List<Region> regions) {
            this.slots = slots;
            this.regions = new ArrayList<>(regions);
            for (int i = 0; i < regions.size(); i++) {
                numbers.put(regions.get(i), (char) i);
            }
        }

        void put(int segment, Region region) {
            slots[segment - FIRST_SEGMENT] = numbers.computeIfAbsent(region, this::add);
        }

        private char add(Region region) {
            if (regions.size() > Character.MAX_VALUE) {
                throw new IllegalStateException("more than 65,536 different regions");
            }
            regions.add(region);
            return (char) (regions.size() - 1);
        }

        MobileTable done(BitSet imported) {
            return new MobileTable(slots, regions.toArray(Region[]::new), imported);
        }
    }
}
