package org.hotline400.app.measure;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.numbers.meaning.Fragment;

/// A name that somebody wants to hear in his number, and runs of digits that say it, the best first.
record Brand(String name, List<String> runs) {
    static final List<Brand> SOME = List.of(
            new Brand("久久", List.of("9999", "999", "199", "899", "599", "99")),
            new Brand("一路发物流", List.of("16856", "1688", "168", "5656", "56", "18", "68")),
            new Brand("我要吃", List.of("5117", "5171", "517", "517517", "51", "17")),
            new Brand("爱我家", List.of("5205", "52025", "521", "520", "257", "25", "20")),
            new Brand("六六顺", List.of("6666", "666", "668", "166", "66")),
            new Brand("医路通", List.of("16120", "1201", "120", "716", "16", "61")),
            new Brand("发发发", List.of("88888", "8888", "888", "88", "8")),
            new Brand("三只松鼠", List.of("3745", "374", "34", "37", "3333", "333", "33")),
            new Brand("七彩阳光", List.of("7777", "777", "7370", "737", "73", "77", "70")),
            new Brand("要发要发", List.of("1818", "18188", "188", "818", "181", "18", "81")));

    private static final int BEST = 100;
    private static final int STEP = 7;

    List<Fragment> fragments() {
        var fragments = new ArrayList<Fragment>();
        for (var run : runs) {
            fragments.add(new Fragment(run, BEST - STEP * fragments.size(), "谐音" + run, "sounds like " + run));
        }
        return fragments;
    }
}
