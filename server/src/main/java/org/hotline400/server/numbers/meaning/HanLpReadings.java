package org.hotline400.server.numbers.meaning;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/// Readings by HanLP: 21,000 characters with all their readings, and words that tell which one it is.
final class HanLpReadings implements Readings {
    static final Readings INSTANCE = new HanLpReadings();

    private HanLpReadings() {}

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(point -> UnicodeScript.of(point) == UnicodeScript.HAN);
    }

    @Override
    public String simplified(String text) {
        if (!isChinese(text)) {
            return text;
        }
        var simplified = HanLP.convertToSimplifiedChinese(text);
        return simplified.length() == text.length() ? simplified : oneByOne(text);
    }

    /// Some simplified characters are so rare that they take two `char`s; those stay as they are.
    private static String oneByOne(String text) {
        var simplified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var character = text.substring(i, i + 1);
            var one = HanLP.convertToSimplifiedChinese(character);
            simplified.append(one.length() == 1 ? one : character);
        }
        return simplified.toString();
    }

    @Override
    public List<List<String>> of(String text) {
        if (!isChinese(text)) {
            return Collections.nCopies(text.length(), List.of());
        }
        var here = PinyinDictionary.convertToPinyin(text);
        var readings = new ArrayList<List<String>>(text.length());
        for (int i = 0; i < text.length(); i++) {
            var usual = here.size() == text.length() ? here.get(i) : Pinyin.none5;
            readings.add(readings(text.substring(i, i + 1), usual));
        }
        return List.copyOf(readings);
    }

    private static List<String> readings(String character, Pinyin usual) {
        var syllables = new LinkedHashSet<String>();
        if (usual != Pinyin.none5) {
            syllables.add(usual.getPinyinWithoutTone());
        }
        var all = PinyinDictionary.get(character);
        if (all != null) {
            for (var one : all) {
                syllables.add(one.getPinyinWithoutTone());
            }
        }
        syllables.removeIf(syllable -> !syllable.matches("[a-z]+"));
        return List.copyOf(syllables);
    }
}
