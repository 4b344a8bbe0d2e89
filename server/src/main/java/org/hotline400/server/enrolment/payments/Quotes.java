package org.hotline400.server.enrolment.payments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.grading.ClassOverrides;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.prices.PriceLists;
import org.hotline400.server.numbers.promotions.PromotedNumbers;
import org.hotline400.server.numbers.promotions.Promotion;
import org.hotline400.server.numbers.promotions.Promotions;
import org.hotline400.server.numbers.promotions.Taking;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.stereotype.Component;

/// Makes the price of an application: by the lists and promotions of this moment. Runs in the transaction of
/// the submission, in which the number is the applicant's already.
@Component
class Quotes {
    private static final Problem NOT_READY = new Problem(
            503,
            "numbers.catalogue-not-ready",
            "The catalogue is being made; it takes some seconds after a start.",
            "号码目录正在生成，启动后需要几秒钟，请稍后再试。");
    private static final Duration SOON = Duration.ofSeconds(2);

    private final PriceLists prices;
    private final ClassOverrides classes;
    private final Promotions promotions;
    private final PromotedNumbers promoted;
    private final Tariffs tariffs;
    private final PaymentSettings settings;

    Quotes(
            PriceLists prices,
            ClassOverrides classes,
            Promotions promotions,
            PromotedNumbers promoted,
            Tariffs tariffs,
            PaymentSettings settings) {
        this.prices = prices;
        this.classes = classes;
        this.promotions = promotions;
        this.promoted = promoted;
        this.tariffs = tariffs;
        this.settings = settings;
    }

    /// The choice of a form that was found complete.
    record Chosen(HotlineNumber number, String tariff, int termMonths) {
        static Chosen of(Form.Choice choice) {
            return new Chosen(
                    HotlineNumber.parse(choice.number().orElseThrow()),
                    choice.tariff().orElseThrow(),
                    choice.termMonths().orElseThrow());
        }
    }

    /// Takes the number by the promotion that is best for its buyer, where there is one.
    Quote make(Chosen chosen, TenantId tenant) {
        return new Quote(setUp(chosen.number(), tenant), rent(chosen));
    }

    private Quote.SetUp setUp(HotlineNumber number, TenantId tenant) {
        var grade = Grading.of(number);
        var sold = Optional.ofNullable(classes.all().get(number.suffix())).orElse(grade.numberClass());
        var listed = prices.now().of(grade, sold);
        return taken(number, tenant, listed)
                .map(promotion -> new Quote.SetUp(
                        number,
                        sold,
                        listed.setUpFee(),
                        Optional.of(new Quote.PromotionUsed(promotion.id(), promotion.name(), promotion.englishName())),
                        promotion.priceOf(listed).setUpFee()))
                .orElseGet(() -> new Quote.SetUp(number, sold, listed.setUpFee(), Optional.empty(), listed.setUpFee()));
    }

    /// The best promotion that is still to be had: one whose quota has just run out is passed over.
    private Optional<Promotion> taken(HotlineNumber number, TenantId tenant, NumberPrice listed) {
        var applying = applying(number);
        for (var best = Promotions.best(applying, listed); best.isPresent(); best = Promotions.best(applying, listed)) {
            var promotion = best.get();
            if (promotions.take(promotion.id(), number, tenant, promoted) instanceof Taking.Taken(var taken)) {
                return Optional.of(taken);
            }
            applying = applying.stream().filter(one -> !one.equals(promotion)).toList();
        }
        return Optional.empty();
    }

    private List<Promotion> applying(HotlineNumber number) {
        try {
            return promotions.running().stream()
                    .filter(one -> promoted.finds(one.query(), number))
                    .toList();
        } catch (IllegalStateException e) {
            // Nobody pays more because he was early.
            throw new ProblemException(NOT_READY, SOON);
        }
    }

    private Quote.Rent rent(Chosen chosen) {
        var tariff = tariffs.find(chosen.tariff())
                .orElseThrow(() -> new IllegalStateException("no package " + chosen.tariff()));
        int months = Math.min(settings.firstPeriodMonths(), chosen.termMonths());
        return new Quote.Rent(
                tariff.code(),
                tariff.version(),
                chosen.termMonths(),
                months,
                tariffs.price(tariff, chosen.termMonths(), months));
    }

    /// Gives the promotion's place back, so that others may have it.
    void giveBack(Quote quote, TenantId tenant) {
        quote.setUp()
                .promotion()
                .ifPresent(used -> promotions.giveBack(used.id(), quote.setUp().number(), tenant));
    }
}
