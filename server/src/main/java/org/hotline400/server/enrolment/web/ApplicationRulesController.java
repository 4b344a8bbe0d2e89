package org.hotline400.server.enrolment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.form.DocumentKind;
import org.hotline400.server.enrolment.form.EntityKind;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.enrolment.rules.EntityRule;
import org.hotline400.server.enrolment.rules.IntakeWay;
import org.hotline400.server.enrolment.rules.Rules;
import org.hotline400.server.enrolment.rules.TradeRule;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.numbers.grading.NumberClass;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who may have which number with which papers: open to visitors, so that nobody begins in vain.
@RestController
@RequestMapping("/api/v1/application-rules")
@Tag(name = "applications")
class ApplicationRulesController {
    private final Rules rules;
    private final HotlineSettings.Enrolment terms;

    ApplicationRulesController(Rules rules, HotlineSettings settings) {
        this.rules = rules;
        this.terms = settings.enrolment();
    }

    /// @param papers that entity and trade need together, as far as they were named
    /// @param numbersPerClass how many numbers of a class one holder may have
    /// @param onlineDays working days until an answer, online
    /// @param paperDays working days until an answer, on paper
    record RulesBody(
            int version,
            List<EntityBody> entities,
            List<NamedBody> trades,
            List<NamedBody> documents,
            List<NamedBody> papers,
            String payment,
            int numbersPerClass,
            int onlineDays,
            int paperDays) {}

    /// @param classes of numbers that it may have
    /// @param ways by which it may apply: `self-service`, `reseller`, `carrier-direct`
    record EntityBody(String code, String zh, String en, List<String> classes, List<String> ways) {
        static EntityBody of(EntityRule rule) {
            return new EntityBody(
                    rule.kind().code(),
                    rule.chinese(),
                    rule.english(),
                    rule.classes().stream().sorted().map(NumberClass::code).toList(),
                    rule.ways().stream()
                            .sorted(Comparator.naturalOrder())
                            .map(IntakeWay::code)
                            .toList());
        }
    }

    /// @param code as forms and papers take it
    record NamedBody(String code, String zh, String en) {
        static NamedBody of(TradeRule rule) {
            return new NamedBody(rule.code(), rule.chinese(), rule.english());
        }

        static NamedBody of(PaperKind kind) {
            return new NamedBody(kind.code(), kind.chinese(), kind.english());
        }

        static NamedBody of(DocumentKind kind) {
            return new NamedBody(kind.code(), kind.chinese(), kind.english());
        }
    }

    @GetMapping
    @SecurityRequirements
    @Operation(
            summary = "Tells who may have which number, and which papers an entity of a trade needs",
            description = "`entity` and `trade` may be left out: then `papers` are those that everybody shows.")
    RulesBody rules(
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable String trade) {
        var checks = new Checks();
        var kind = checks.readIfPresent("entity", "malformed", entity, EntityKind::of);
        var rule = checks.readIfPresent("trade", "malformed", trade, this::trade);
        checks.done();
        return new RulesBody(
                rules.version(),
                rules.entities().stream().map(EntityBody::of).toList(),
                rules.trades().stream().map(NamedBody::of).toList(),
                Arrays.stream(DocumentKind.values()).map(NamedBody::of).toList(),
                rules.papers(kind, rule.map(TradeRule::code), Intake.Channel.ONLINE).stream()
                        .map(NamedBody::of)
                        .toList(),
                terms.payment().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                terms.numbersPerClass(),
                terms.onlineDays(),
                terms.paperDays());
    }

    private TradeRule trade(String code) {
        return rules.trade(code)
                .orElseThrow(() ->
                        new MistakeException("is no trade here; there are those in `trades`", "没有这个行业，请从 trades 中选择。"));
    }
}
