package org.hotline400.server.callplans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.PlacedFinding;
import org.hotline400.server.callplans.Words;
import org.hotline400.server.callplans.templates.PlanTemplates;
import org.hotline400.server.callplans.templates.Question;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Plans from a few answers.
@RestController
@RequestMapping("/api/v1/plan-templates")
@Tag(name = "call plans")
class PlanTemplatesController {
    private static final Problem UNKNOWN =
            Problem.notFound("callplans.template-unknown", "There is no such template.", "没有这个模板。");

    private final CallPlans plans;

    PlanTemplatesController(CallPlans plans) {
        this.plans = plans;
    }

    /// @param kind what an answer looks like: `lines`, `hours`, `flag`, `seconds`, `prompt`, `names`, `branches`
    /// @param example an answer; of questions that are not required, the one that is taken without
    record QuestionBody(String name, String kind, Words text, boolean required, JsonNode example) {
        static QuestionBody of(Question question) {
            return new QuestionBody(
                    question.name(),
                    question.kind().name().toLowerCase(Locale.ROOT),
                    question.text(),
                    question.required(),
                    question.example());
        }
    }

    record TemplateBody(String name, Words title, List<QuestionBody> questions) {
        static TemplateBody of(PlanTemplates.Offer offer) {
            return new TemplateBody(
                    offer.name(),
                    offer.title(),
                    offer.questions().stream().map(QuestionBody::of).toList());
        }
    }

    /// @param answers by the names of the questions
    record AnswersBody(@Nullable JsonNode answers) {}

    /// @param document the plan, to be saved as a draft or published
    /// @param sound whether it could be published as it is; else the findings say what to do, such as upload a
    ///     prompt
    record WrittenBody(JsonNode document, boolean sound, List<PlacedFinding> findings) {}

    @Operation(summary = "The templates and what they ask")
    @GetMapping
    List<TemplateBody> all(Caller caller) {
        caller.require(Scope.read("plans"));
        return PlanTemplates.all().stream().map(TemplateBody::of).toList();
    }

    @Operation(
            summary = "Write a plan from answers",
            description = "Nothing is stored: the document comes back, checked as if the caller's enterprise were to"
                    + " publish it.")
    @PostMapping("/{name}")
    WrittenBody write(Caller caller, @PathVariable String name, @RequestBody AnswersBody body) {
        caller.require(Scope.read("plans"));
        var answers = body.answers() instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        var document = PlanTemplates.write(name, answers).orElseThrow(() -> new ProblemException(UNKNOWN));
        var text = document.toPrettyString();
        return switch (plans.check(caller.tenant(), text, HeldNumber.bounds(caller))) {
            case CheckedPlan.Sound sound -> new WrittenBody(document, true, PlacedFinding.in(text, sound.warnings()));
            case CheckedPlan.Faulty faulty ->
                new WrittenBody(document, false, PlacedFinding.in(text, faulty.findings()));
        };
    }
}
