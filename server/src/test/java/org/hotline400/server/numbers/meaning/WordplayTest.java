package org.hotline400.server.numbers.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names to digits and digits to words. All brands are made up.
class WordplayTest {
    private final Wordplay wordplay = Wordplay.own();

    private List<Fragment> of(String name) {
        return wordplay.of(name, Optional.empty());
    }

    private List<Fragment> of(String name, String trade) {
        return wordplay.of(name, Optional.of(Trade.of(trade)));
    }

    private static Fragment find(List<Fragment> fragments, String digits) {
        return fragments.stream()
                .filter(one -> one.digits().equals(digits))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + digits + " in " + fragments));
    }

    private int weight(String name, String digits) {
        return find(of(name), digits).weight();
    }

    @ParameterizedTest
    @CsvSource({"久久, 99", "发, 8", "發, 8", "我要, 51", "一路发, 168", "一路發, 168", "爱我, 520", "愛我, 520", "物流, 56", "救急, 120"})
    void a_number_word_is_its_digits_first_of_all(String word, String digits) {
        assertThat(of(word).getFirst().digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "久旺发, 958",
        "云帆物流, 56",
        "顺久物流有限公司, 6956",
        "58号茶馆, 58",
        "５８号茶馆, 58",
        "三六零家政, 360",
        "三百六十五便利, 365",
        "百味轩, 100",
        "屋久岛民宿, 59",
        "我要酒, 519",
        "HAO, 426",
        "奇柳, 76"
    })
    void a_brand_finds_its_digits(String brand, String digits) {
        assertThat(of(brand)).extracting(Fragment::digits).contains(digits);
    }

    @Test
    void latin_words_are_dialled_one_by_one_and_long_ones_in_part() {
        assertThat(of("Hao-Cha")).extracting(Fragment::digits).containsExactly("242", "426");
        assertThat(of("Hotline Tea")).extracting(Fragment::digits).containsExactly("4685463", "832");
        assertThat(of("WONDERFUL")).extracting(Fragment::digits).containsExactly("9663373");
        assertThat(of("Hao记")).extracting(Fragment::digits).contains("426");
    }

    @Test
    void each_fragment_says_why_in_both_languages() {
        assertThat(of("久旺发").getFirst())
                .isEqualTo(new Fragment(
                        "958", 61, "“久旺发”谐音958（久jiu=9、旺wang≈5、发fa≈8）", "久旺发 sounds like 958 (久jiu=9, 旺wang≈5, 发fa≈8)"));
        assertThat(find(of("58号茶馆"), "58").why()).isEqualTo("名称里就有58");
        assertThat(find(of("三六零家政"), "360").whyEnglish()).isEqualTo("三六零 is 360");
        assertThat(find(of("HAO"), "426").why()).isEqualTo("“HAO”在电话键盘上是426");
        assertThat(find(of("星河"), "94").whyEnglish()).isEqualTo("XH, the initials of 星河, is 94 on a telephone keypad");
        assertThat(find(of("云帆物流"), "56").why()).isEqualTo("“物流”谐音56");
    }

    @Test
    void a_longer_and_a_closer_sound_weigh_more() {
        assertThat(weight("久旺发", "958")).isGreaterThan(weight("久旺发", "95"));
        assertThat(weight("奇久", "79")).isGreaterThan(weight("取久", "79"));
        assertThat(weight("奇柳", "76")).isGreaterThan(weight("奇柳堂", "76"));
    }

    @Test
    void sources_weigh_by_how_surely_people_hear_them() {
        int dictionary = weight("物流", "56");
        int sound = weight("雾柳", "56");
        int keypad = weight("JO", "56");
        assertThat(dictionary).isGreaterThan(sound);
        assertThat(sound).isGreaterThan(keypad);
        assertThat(weight("58到家", "58")).isGreaterThan(sound);
    }

    @Test
    void every_reading_of_a_polyphone_is_tried_and_the_usual_one_weighs_more() {
        assertThat(weight("单九", "39")).isLessThan(weight("山九", "39"));
        var none = new Wordplay(NumberWords.of(List.of()), new FixedReadings(List.of("chang", "jiu")));
        assertThat(none.of("长长", Optional.empty())).extracting(Fragment::digits).contains("99");
    }

    /// Every character can be read in the same ways.
    private record FixedReadings(List<String> syllables) implements Readings {
        @Override
        public String simplified(String text) {
            return text;
        }

        @Override
        public List<List<String>> of(String text) {
            return Collections.nCopies(text.length(), syllables);
        }
    }

    @Test
    void words_and_sounds_join() {
        assertThat(find(of("久久物流达"), "9956").weight()).isEqualTo(76);
        assertThat(find(of("顺物流达"), "656").why()).startsWith("“顺物流”谐音656（顺=6、");
        assertThat(find(of("久顺发"), "968").why()).contains("顺=6");
        assertThat(of("杉家政")).extracting(Fragment::digits).contains("365").doesNotContain("3365");
        assertThat(find(of("久9发"), "998").why()).isEqualTo("“久9发”谐音998（久jiu=9、9、发fa≈8）");
    }

    @Test
    void a_trade_adds_its_habits_behind_the_name() {
        assertThat(of("星光")).extracting(Fragment::digits).doesNotContain("56");
        var fragments = of("星光", "logistics");
        assertThat(fragments).extracting(Fragment::digits).contains("56", "51656");
        assertThat(find(fragments, "56").why()).isEqualTo("物流快递行业常用：“物流”谐音56");
        assertThat(find(fragments, "56").whyEnglish()).startsWith("Liked in Logistics and delivery: ");
        assertThat(find(of("物流站", "logistics"), "56").weight()).isGreaterThan(weight("物流站", "56"));
        assertThat(of("星光", "medical")).extracting(Fragment::digits).contains("120", "999");
        assertThat(of("星光", "food")).extracting(Fragment::digits).contains("517");
        assertThat(fragments).noneMatch(one -> one.digits().length() == 1);
    }

    @Test
    void the_words_that_name_a_company_say_nothing() {
        assertThat(of("久旺发股份有限公司")).isEqualTo(of("久旺发"));
        assertThat(of("久-旺·发")).isEqualTo(of("久旺发"));
        assertThat(of("公司")).extracting(Fragment::digits).containsExactly("47");
    }

    @Test
    void one_digit_speaks_only_by_the_dictionary() {
        assertThat(of("7天")).isEmpty();
        assertThat(of("发记")).extracting(Fragment::digits).contains("8");
        assertThat(of("九记")).noneMatch(one -> one.digits().length() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"…", "\u0000\u0007", "مرحبا", "\u202Eשלום\u202C", "𠀀𠮷𪚥", "\uD840", "ﷺ", "안녕", "ひらがな", "!!"})
    void what_no_digits_say_has_no_fragments(String name) {
        assertThat(of(name)).isEmpty();
    }

    @Test
    void forty_emoji_say_nothing_and_emoji_between_characters_are_passed_over() {
        assertThat(of("😀".repeat(40))).isEmpty();
        assertThat(of("久😀旺👨‍👩‍👧发")).isEqualTo(of("久旺发"));
    }

    @ParameterizedTest
    @CsvSource({"٥٨, 58", "①②③, 123", "\u0007久\u202E久, 99", "𠀀久久𠮷, 99", "\uD840久久, 99", "ﬁ久久, 99"})
    void digits_are_found_among_anything(String name, String digits) {
        assertThat(of(name)).extracting(Fragment::digits).contains(digits);
    }

    @Test
    void a_name_has_1_to_40_characters() {
        assertThatThrownBy(() -> of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of("久".repeat(41)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("41");
        assertThat(of("久".repeat(40)).getFirst().digits()).isEqualTo("9999");
    }

    @Test
    void the_same_name_gives_the_same_forty_at_most_best_first() {
        var name = "一路发久久我要物流爱我六合七巧八宝吴丝珊迎喜来乐林浪山石舟勤力百川";
        var fragments = of(name, "finance");
        assertThat(fragments)
                .hasSize(Wordplay.MOST)
                .isEqualTo(Wordplay.own().of(name, Optional.of(Trade.of("finance"))));
        assertThat(fragments).extracting(Fragment::digits).doesNotHaveDuplicates();
        assertThat(fragments).extracting(Fragment::weight).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void the_work_for_the_worst_name_is_bounded() {
        var worst = List.of("shi", "li", "xi", "ji", "qi", "zi", "ci", "yi", "lu", "le", "wu", "fa");
        var name = BrandName.of("石".repeat(40), new FixedReadings(worst));
        var runs = new SoundRuns(name, List.of());

        assertThat(runs.find()).hasSize(Wordplay.MOST);
        assertThat(runs.steps())
                .isPositive()
                .isLessThanOrEqualTo(40 * SoundRuns.MOST_DIGITS * SoundRuns.BEAM * SoundRuns.MOST_PARTS);
    }

    @ParameterizedTest
    @CsvSource({
        "1681689, 168168",
        "8888888, 88888",
        "2951895, 518 29 95",
        "5201314, 5201314",
        "0005600, 56",
        "4747474, 7",
        "4444444, ''"
    })
    void digits_say_words_and_parts_of_a_word_are_not_told_twice(String number, String said) {
        assertThat(String.join(
                        " ",
                        wordplay.saidBy(number).stream().map(Fragment::digits).toList()))
                .isEqualTo(said);
    }

    @Test
    void what_digits_say_is_told_by_the_best_word() {
        assertThat(wordplay.saidBy("0052000").getFirst())
                .isEqualTo(new Fragment("520", 95, "“我爱你”谐音520", "我爱你 (wo ai ni) sounds like 520: I love you"));
        assertThatThrownBy(() -> wordplay.saidBy("4001234567")).isInstanceOf(IllegalArgumentException.class);
    }
}
