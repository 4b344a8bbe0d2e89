package org.hotline400.server.enrolment.guide.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.enrolment.guide.Carrier;
import org.hotline400.server.enrolment.guide.CarrierGuide;
import org.hotline400.server.enrolment.guide.ChannelPolicy;
import org.hotline400.server.enrolment.guide.IntakeRule;
import org.hotline400.server.enrolment.guide.Phrase;
import org.hotline400.server.enrolment.rules.Rules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The carriers compared, and the ways to apply, for everybody.
@RestController
@RequestMapping("/api/v1/carrier-guide")
@Tag(name = "enrolment")
class CarrierGuideController {
    private final CarrierGuide guide = CarrierGuide.own();
    private final ChannelPolicy policy;
    private final Rules rules;

    CarrierGuideController(ChannelPolicy policy, Rules rules) {
        this.policy = policy;
        this.rules = rules;
    }

    /// Texts are in the language asked for by `Accept-Language`, Chinese or English.
    record GuideBody(List<CarrierBody> carriers, List<String> criteria, List<WayBody> ways) {}

    /// @param kind `carrier` or `reseller`
    record CarrierBody(
            String code,
            String kind,
            String name,
            List<String> aliases,
            List<String> prefixes,
            List<String> strengths,
            List<String> weaknesses,
            List<String> fits) {
        static CarrierBody of(Carrier carrier, boolean chinese) {
            return new CarrierBody(
                    carrier.code(),
                    carrier.kind(),
                    chinese ? carrier.chinese() : carrier.english(),
                    carrier.aliases(),
                    carrier.prefixes(),
                    texts(carrier.strengths(), chinese),
                    texts(carrier.weaknesses(), chinese),
                    texts(carrier.fits(), chinese));
        }
    }

    /// A way to apply.
    ///
    /// @param entities codes of those whom it takes in
    /// @param open whether it takes in anything now
    record WayBody(String way, String name, Set<String> entities, boolean open) {
        static WayBody of(IntakeRule rule, Set<String> entities, boolean open, boolean chinese) {
            return new WayBody(rule.way(), chinese ? rule.chinese() : rule.english(), entities, open);
        }
    }

    /// Open to visitors: it takes no caller.
    @GetMapping
    @SecurityRequirements
    @Operation(summary = "Compares the carriers and resellers, and tells by which ways one may apply")
    GuideBody show(Locale locale) {
        boolean chinese = "zh".equals(locale.getLanguage());
        return new GuideBody(
                guide.carriers().stream()
                        .map(carrier -> CarrierBody.of(carrier, chinese))
                        .toList(),
                texts(guide.criteria(), chinese),
                policy.rules().stream()
                        .map(rule -> WayBody.of(rule, entities(rule), policy.isOpen(rule), chinese))
                        .toList());
    }

    /// Whom a way takes in.
    private Set<String> entities(IntakeRule way) {
        return rules.entities().stream()
                .filter(rule -> rule.ways().stream().anyMatch(one -> one.code().equals(way.way())))
                .map(rule -> rule.kind().code())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(List<Phrase> phrases, boolean chinese) {
        return phrases.stream()
                .map(phrase -> chinese ? phrase.chinese() : phrase.english())
                .toList();
    }
}
