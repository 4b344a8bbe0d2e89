package org.hotline400.server.lists;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hotline400.server.regions.Region;

/// Few different digits, so that callers and entries often meet.
final class RandomCallers {
    private static final List<Region> REGIONS = List.of(
            Region.UNKNOWN,
            new Region("广东", "深圳", "440300", "0755", ""),
            new Region("广东", "广州", "440100", "020", ""),
            new Region("湖北", "仙桃", "429004", "0728", ""),
            new Region("湖北", "", "420000", "", ""),
            new Region("重庆", "重庆", "500000", "023", ""));
    private static final List<String> AREAS = List.of("0755", "020", "023", "0728", "010");
    private static final List<String> ADCODES =
            List.of("440000", "440300", "440100", "429004", "420000", "500000", "110000");

    private RandomCallers() {}

    static Region region(RandomGenerator random) {
        return REGIONS.get(random.nextInt(REGIONS.size()));
    }

    static String number(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "+1" + digits(random, 4);
            case 2 -> AREAS.get(random.nextInt(AREAS.size())) + "860012" + digits(random, 2);
            case 3 -> "1008" + random.nextInt(7);
            default -> "138" + digits(random, 2) + "000000";
        };
    }

    static EntryPattern pattern(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> new EntryPattern(PatternKind.AREA_CODE, AREAS.get(random.nextInt(AREAS.size())));
            case 1 -> new EntryPattern(PatternKind.REGION, ADCODES.get(random.nextInt(ADCODES.size())));
            case 2, 3, 4 -> prefix(random);
            default -> whole(random);
        };
    }

    private static EntryPattern prefix(RandomGenerator random) {
        var number = whole(random).text();
        int shortest = number.startsWith("+") ? 2 : 1;
        return new EntryPattern(PatternKind.PREFIX, number.substring(0, random.nextInt(shortest, number.length() + 1)));
    }

    private static EntryPattern whole(RandomGenerator random) {
        var number = number(random);
        while (number.isEmpty()) {
            number = number(random);
        }
        return EntryPattern.parse(PatternKind.NUMBER, number);
    }

    private static String digits(RandomGenerator random, int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(random.nextInt(3));
        }
        return out.toString();
    }
}
