package org.hotline400.server.numbers.catalogue;

import java.util.List;
import org.hotline400.server.numbers.meaning.Fragment;

/// The order of a search: what numbers are ranked by, and how a place in it is named.
sealed interface Sequence {
    /// Empty: by number alone.
    List<RankBits> rank();

    /// The [Ranking#key] that all numbers behind a place exceed.
    long behind(Place place);

    Place place(Offer offer);

    record ByNumber() implements Sequence {
        @Override
        public List<RankBits> rank() {
            return List.of();
        }

        @Override
        public long behind(Place place) {
            return Ranking.key(0, place.suffix());
        }

        @Override
        public Place place(Offer offer) {
            return new Place(0, offer.number().suffix());
        }
    }

    /// The best meaning first if one is asked for, then the most memorable.
    record ByMemorability(MeaningRule meaning, Slices memorability) implements Sequence {
        private static final int OF_WEIGHT = 1000;

        @Override
        public List<RankBits> rank() {
            return List.of(meaning, memorability);
        }

        @Override
        public long behind(Place place) {
            int weight = (int) Math.min(place.key() / OF_WEIGHT, OF_WEIGHT);
            int forgotten = Math.max(0, CatalogueIndex.BEST_MEMORABILITY - (int) (place.key() % OF_WEIGHT));
            long level = (long) meaning.level(weight) << memorability.bits();
            return meaning.isEmpty() || meaning.knows(weight)
                    ? Ranking.key(level | forgotten, place.suffix())
                    : Ranking.key(level, 0) - 1;
        }

        @Override
        public Place place(Offer offer) {
            int weight = offer.says().stream().mapToInt(Fragment::weight).max().orElse(0);
            return new Place(
                    (long) weight * OF_WEIGHT + offer.grade().memorability(),
                    offer.number().suffix());
        }
    }

    record ByFee(Shelves shelves, boolean dearestFirst) implements Sequence {
        @Override
        public List<RankBits> rank() {
            return List.of(dearestFirst ? shelves.dearness() : shelves.cheapness());
        }

        @Override
        public long behind(Place place) {
            boolean known = shelves.knowsFee(place.key());
            int rank = shelves.firstFee(place.key());
            if (dearestFirst) {
                rank = shelves.fees() - rank - (known ? 1 : 0);
            }
            return known ? Ranking.key(rank, place.suffix()) : Ranking.key(rank, 0) - 1;
        }

        @Override
        public Place place(Offer offer) {
            return new Place(
                    offer.price().setUpFee().microYuan(), offer.number().suffix());
        }
    }
}
