package org.hotline400.server.numbers.grading;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// How the digits of a pattern stand to each other.
sealed interface Shape {

    /// How many digits it takes.
    int length();

    /// What it demands of the [Traits] where it begins at this place.
    Demand at(int start);

    /// Where it can begin.
    default int firstStart() {
        return 0;
    }

    /// Traits that matter, and how they must be.
    record Demand(long mask, long value) {
        static Demand all(long traits) {
            return new Demand(traits, traits);
        }
    }

    /// Equal letters are equal digits, different letters different ones.
    record Letters(String letters) implements Shape {
        @Override
        public int length() {
            return letters.length();
        }

        @Override
        public Demand at(int start) {
            long mask = 0;
            long value = 0;
            for (int later = 1; later < length(); later++) {
                for (int place = 0; place < later; place++) {
                    long same = Traits.same(start + place, start + later);
                    mask |= same;
                    value |= letters.charAt(place) == letters.charAt(later) ? same : 0;
                }
            }
            return new Demand(mask, value);
        }
    }

    /// Reads the same from both ends.
    record Mirror(int length) implements Shape {
        @Override
        public Demand at(int start) {
            long same = 0;
            for (int place = 0; place < length / 2; place++) {
                same |= Traits.same(start + place, start + length - 1 - place);
            }
            return Demand.all(same);
        }
    }

    /// Each digit is one step from the one before.
    ///
    /// @param step the trait of a place that says so of it and the next
    record Run(int length, IntToLongFunction step) implements Shape {
        @Override
        public Demand at(int start) {
            return Demand.all(
                    IntStream.range(start, start + length - 1).mapToLong(step).reduce(0, (steps, one) -> steps | one));
        }
    }

    /// A trait of the last digits.
    record Tail(int length, long trait) implements Shape {
        @Override
        public Demand at(int start) {
            return Demand.all(trait);
        }

        @Override
        public int firstStart() {
            return Lanes.COUNT - length;
        }
    }
}
