package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotline400.server.numbers.meaning.Fragment;

/// One of some runs of digits that say something; as a part of a rank, how well the best of them says it.
final class MeaningRule implements Rule, RankBits {
    /// A run that begins in the block's digits.
    private record Reaching(DigitPattern pattern, int level) {}

    /// The weights there are, best first; a number's level is the place of its best.
    private final int[] weights;
    private final List<Reaching> reaching = new ArrayList<>();
    private final long[] inside = new long[Row.WORDS];
    private final long[] here = new long[Row.WORDS];
    /// A row for each bit of the levels within the last four digits, and what becomes of them in a block.
    private final long[][] levels;

    private final long[][] levelsHere;

    /// @param fragments none: no number obeys
    MeaningRule(List<Fragment> fragments) {
        weights = fragments.stream()
                .mapToInt(fragment -> -fragment.weight())
                .sorted()
                .distinct()
                .map(weight -> -weight)
                .toArray();
        int bits = Slices.bitsBelow(Math.max(1, weights.length));
        levels = rows(bits);
        levelsHere = rows(bits);
        for (var row : levels) {
            Row.copy(Row.ALL, row);
        }
        var best = fragments.stream()
                .sorted(Comparator.comparingInt(Fragment::weight).reversed())
                .toList();
        for (var fragment : best) {
            add(fragment);
        }
    }

    private static long[][] rows(int count) {
        return new long[count][Row.WORDS];
    }

    private void add(Fragment fragment) {
        int level = level(fragment.weight());
        var run = new RunRule(fragment.digits());
        Row.or(inside, run.inside());
        raise(levels, run.inside(), level);
        run.reaching().forEach(pattern -> reaching.add(new Reaching(pattern, level)));
    }

    /// The level of the best weight that is not above this one; one more than there are when all are above.
    int level(int weight) {
        int level = 0;
        while (level < weights.length && weights[level] > weight) {
            level++;
        }
        return level;
    }

    boolean isEmpty() {
        return weights.length == 0;
    }

    /// Whether a fragment has just this weight.
    boolean knows(int weight) {
        int level = level(weight);
        return level < weights.length && weights[level] == weight;
    }

    @Override
    public boolean admits(int block) {
        return true;
    }

    @Override
    public void narrow(int block, long[] row) {
        Row.copy(inside, here);
        for (var one : reaching) {
            if (one.pattern().admits(block)) {
                Row.or(here, one.pattern().inner());
            }
        }
        Row.and(row, here);
    }

    @Override
    public int bits() {
        return levels.length;
    }

    @Override
    public int least(int block) {
        return 0;
    }

    @Override
    public void load(int block, long[][] into, int from) {
        for (int bit = 0; bit < levels.length; bit++) {
            Row.copy(levels[bit], levelsHere[bit]);
            into[from + bit] = levelsHere[bit];
        }
        for (var one : reaching) {
            if (one.pattern().admits(block)) {
                raise(levelsHere, one.pattern().inner(), one.level());
            }
        }
    }

    /// Gives those of the row this level whose own is worse.
    private static void raise(long[][] levels, long[] row, int level) {
        for (int word = 0; word < Row.WORDS; word++) {
            if (row[word] != 0) {
                long worse = worse(levels, row[word], word, level);
                for (int bit = 0; bit < levels.length; bit++) {
                    levels[bit][word] =
                            isSet(level, bit, levels) ? levels[bit][word] | worse : levels[bit][word] & ~worse;
                }
            }
        }
    }

    private static long worse(long[][] levels, long row, int word, int level) {
        long worse = 0;
        long same = row;
        for (int bit = 0; bit < levels.length; bit++) {
            long ones = levels[bit][word];
            if (isSet(level, bit, levels)) {
                same &= ones;
            } else {
                worse |= same & ones;
                same &= ~ones;
            }
        }
        return worse;
    }

    /// @param bit counted from the most significant
    private static boolean isSet(int level, int bit, long[][] levels) {
        return (level >>> (levels.length - 1 - bit) & 1) == 1;
    }
}
