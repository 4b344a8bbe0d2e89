package org.hotline400.server.callplans;

import java.time.LocalDate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.PromptName;

/// What there is for plans to name, when one is checked.
///
/// @param prompts whether a prompt of this name can be played for this number
/// @param phones whether the number's holder has a phone with this extension
/// @param lists whether he has a list of this name
/// @param features whether his package grants a feature
/// @param holidayYears whether the official holidays of a year are known
/// @param today in Chinese time
public record Inventory(
        Predicate<PromptName> prompts,
        Predicate<Target.Extension> phones,
        Predicate<ListName> lists,
        Predicate<Feature> features,
        IntPredicate holidayYears,
        LocalDate today) {

    /// Everything is there: for plans that were checked when they were published.
    public static final Inventory EVERYTHING = of(_ -> true, _ -> true);

    /// One in which nothing but prompts and phones may be missing.
    public static Inventory of(Predicate<PromptName> prompts, Predicate<Target.Extension> phones) {
        return new Inventory(prompts, phones, _ -> true, _ -> true, _ -> true, LocalDate.EPOCH);
    }
}
