package org.hotline400.server.callplans.templates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.SituationReader;
import org.hotline400.server.callplans.Words;
import org.hotline400.server.kernel.Checks;
import tools.jackson.databind.JsonNode;

/// The templates there are.
public final class PlanTemplates {
    private static final List<PlanTemplate> ALL =
            List.of(new ThreeMobiles(), new MotherBabyShop(), new EducationGroup(), new HomeService());

    private PlanTemplates() {}

    /// A template as people choose it.
    ///
    /// @param name in addresses
    public record Offer(String name, Words title, List<Question> questions) {
        public Offer {
            questions = List.copyOf(questions);
        }
    }

    public static List<Offer> all() {
        return ALL.stream()
                .map(template -> new Offer(template.name(), template.title(), template.questions()))
                .toList();
    }

    /// Writes a plan from answers; empty when there is no such template. It is as good as the answers: check it.
    ///
    /// @throws org.hotline400.server.kernel.InvalidInputException when answers are missing or not of their kind
    public static Optional<JsonNode> write(String name, JsonNode answers) {
        return ALL.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .map(template -> write(template, answers));
    }

    private static JsonNode write(PlanTemplate template, JsonNode answers) {
        var checks = new Checks();
        var known = template.questions().stream().map(Question::name).collect(Collectors.toSet());
        SituationReader.refuseOthers(answers, "", known, checks);
        var document = template.write(new Answers(answers, checks));
        checks.done();
        return document;
    }
}
