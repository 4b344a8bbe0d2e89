package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.hotline400.server.numbers.grading.CompactGrade;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.PatternKind;

/// What the rules say of all ten million numbers, laid out to be searched. Made once at start; catalogues
/// share it.
public final class CatalogueIndex {
    /// The least memorability comes last: ranks are 100 less it.
    static final int BEST_MEMORABILITY = 100;

    private static final int MOST_THREADS = 2;
    private static final int RANK_BITS = Slices.bitsBelow(BEST_MEMORABILITY + 1);
    private static final List<PatternKind> KINDS = List.of(PatternKind.values());

    private final TraitTable traits = new TraitTable();
    private final char[][] traitOf = new char[Space.BLOCKS][];
    private final List<NumberSet> kinds =
            Stream.generate(NumberSet::new).limit(KINDS.size()).toList();
    private final Slices memorability = new Slices(RANK_BITS);

    private CatalogueIndex() {}

    /// Grades every number, on half of the processors and two threads at most: the others are for calls.
    public static CatalogueIndex build() {
        return build(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_THREADS));
    }

    /// Grades every number. Takes a second or two of each thread.
    ///
    /// @param threads how many to take, 1 or more
    public static CatalogueIndex build(int threads) {
        return build(threads, Grading::compact);
    }

    /// @param grading gives a [CompactGrade] for the seven digits
    // Nothing relies on the priority; where the system heeds it, calls go first.
    @SuppressWarnings("ThreadPriorityCheck")
    static CatalogueIndex build(int threads, IntToLongFunction grading) {
        var index = new CatalogueIndex();
        var next = new AtomicInteger();
        var factory = Thread.ofPlatform()
                .name("number-index-", 0)
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .factory();
        try (var pool = Executors.newFixedThreadPool(threads, factory)) {
            var work = new ArrayList<Grader>();
            for (int i = 0; i < threads; i++) {
                work.add(index.new Grader(grading, next));
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the numbers were graded", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the numbers cannot be graded", e.getCause());
        }
        return index;
    }

    /// How much memory it takes.
    public long bytes() {
        long traitBytes = (long) Space.NUMBERS * Character.BYTES;
        return traitBytes
                + memorability.bytes()
                + kinds.stream().mapToLong(NumberSet::bytes).sum();
    }

    TraitTable traits() {
        return traits;
    }

    /// By block and last four digits, the id of the traits.
    char[][] traitOf() {
        return traitOf;
    }

    /// The numbers with each pattern, by [PatternKind]'s ordinal.
    List<NumberSet> kinds() {
        return kinds;
    }

    NumberSet kind(PatternKind kind) {
        return kinds.get(KINDS.indexOf(kind));
    }

    /// How far each number is from the best memorability.
    Slices memorability() {
        return memorability;
    }

    /// Grades blocks as long as there are any, and says how many it did.
    private final class Grader implements Callable<Integer> {
        private final IntToLongFunction grading;
        private final AtomicInteger next;
        private final TraitTable.Asked asked = new TraitTable.Asked(traits);
        private final long[][] kindRows = new long[KINDS.size()][Row.WORDS];
        private final long[][] rankRows = new long[RANK_BITS][Row.WORDS];

        private Grader(IntToLongFunction grading, AtomicInteger next) {
            this.grading = grading;
            this.next = next;
        }

        @Override
        public Integer call() throws InterruptedException {
            int done = 0;
            for (int block = next.getAndIncrement(); block < Space.BLOCKS; block = next.getAndIncrement()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                grade(block);
                done++;
            }
            return done;
        }

        private void grade(int block) {
            clear(kindRows);
            clear(rankRows);
            var ofBlock = new char[Space.SIZE];
            for (int within = 0; within < Space.SIZE; within++) {
                long grade = grading.applyAsLong(block * Space.SIZE + within);
                long found = CompactGrade.kinds(grade);
                ofBlock[within] = asked.id(TraitTable.trait(CompactGrade.classOrdinal(grade), found));
                for (; found != 0; found &= found - 1) {
                    Row.add(kindRows[Long.numberOfTrailingZeros(found)], within);
                }
                rank(within, BEST_MEMORABILITY - CompactGrade.memorability(grade));
            }
            traitOf[block] = ofBlock;
            memorability.put(block, rankRows);
            for (int kind = 0; kind < kindRows.length; kind++) {
                kinds.get(kind).put(block, kindRows[kind]);
            }
        }

        private void rank(int within, int rank) {
            for (int bit = 0; bit < RANK_BITS; bit++) {
                rankRows[bit][within >>> 6] |= (long) (rank >>> (RANK_BITS - 1 - bit) & 1) << within;
            }
        }

        private static void clear(long[][] rows) {
            for (var row : rows) {
                Row.clear(row);
            }
        }
    }
}
