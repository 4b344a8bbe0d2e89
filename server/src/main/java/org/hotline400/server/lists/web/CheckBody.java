package org.hotline400.server.lists.web;

import java.util.Locale;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.StoredEntry;
import org.hotline400.server.regions.Region;
import org.jspecify.annotations.Nullable;

/// Whether a list covers a caller, and why.
///
/// @param number as this country writes it
/// @param callerKind `mobile`, `fixed`, `service`, `international`, `withheld`, `unknown`
/// @param province where the line is at home; empty when not known
/// @param city the same
/// @param entry that covers the caller; absent when none does
/// @param reason in words, in the language that was asked for
record CheckBody(
        String number,
        String callerKind,
        String province,
        String city,
        boolean covered,
        @Nullable EntryBody entry,
        String reason) {

    static CheckBody covered(CallerNumber caller, Region region, StoredEntry entry, Locale locale) {
        return of(caller, region, EntryBody.of(entry), reason(entry.pattern(), isChinese(locale)));
    }

    static CheckBody expired(CallerNumber caller, Region region, Locale locale) {
        return of(
                caller,
                region,
                null,
                isChinese(locale)
                        ? "该号码的条目已过期，名单不匹配此来电。"
                        : "The entry of this number has expired; nothing else covers it.");
    }

    static CheckBody notCovered(CallerNumber caller, Region region, Locale locale) {
        return of(caller, region, null, isChinese(locale) ? "名单中没有匹配此来电的条目。" : "No entry covers this caller.");
    }

    private static CheckBody of(CallerNumber caller, Region region, @Nullable EntryBody entry, String reason) {
        return new CheckBody(
                caller.normalised(),
                caller.kind().code(),
                region.province(),
                region.city(),
                entry != null,
                entry,
                reason);
    }

    private static String reason(EntryPattern pattern, boolean chinese) {
        var text = pattern.text();
        return switch (pattern.kind()) {
            case NUMBER -> chinese ? "名单中有这个号码。" : "The list has this number.";
            case PREFIX -> chinese ? "号码以 " + text + " 开头。" : "The number begins with " + text + ".";
            case AREA_CODE -> chinese ? "号码归属区号 " + text + "。" : "The line is at home in the area " + text + ".";
            case REGION -> chinese ? "号码归属地区 " + text + "。" : "The line is at home in the region " + text + ".";
        };
    }

    private static boolean isChinese(Locale locale) {
        return "zh".equals(locale.getLanguage());
    }
}
