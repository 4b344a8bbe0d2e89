package org.hotline400.server.callplans;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.PromptName;

/// What there is for plans to name, when one is checked.
///
/// @param prompts whether a prompt of this name can be played for this number
/// @param phones whether the number's holder has a phone with this extension
/// @param lists whether he has a list of this name
/// @param grants which features his package grants
/// @param holidayYears whether the official holidays of a year are known
/// @param today in Chinese time
public record Inventory(
        Predicate<PromptName> prompts,
        Predicate<Target.Extension> phones,
        Predicate<ListName> lists,
        Grants grants,
        IntPredicate holidayYears,
        LocalDate today) {

    /// Everything is there: for plans that were checked when they were published.
    public static final Inventory EVERYTHING = of(_ -> true, _ -> true);

    /// One in which nothing but prompts and phones may be missing.
    public static Inventory of(Predicate<PromptName> prompts, Predicate<Target.Extension> phones) {
        return new Inventory(prompts, phones, _ -> true, Grants.EVERYTHING, _ -> true, LocalDate.EPOCH);
    }

    /// What the number's package grants.
    ///
    /// @param offer how a feature that is not among them can be had
    public record Grants(Set<PlanFeature> features, Function<PlanFeature, Words> offer) {
        public static final Grants EVERYTHING = new Grants(PlanFeature.ALL, _ -> new Words("", ""));

        public Grants {
            features = Set.copyOf(features);
        }
    }
}
