package org.hotline400.app.plan;

import java.util.Optional;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.Inventory;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanChecker;
import org.hotline400.server.callplans.PlanDocument;
import org.hotline400.server.calls.Rehearsal;
import org.hotline400.server.calls.RehearsedCourse;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;

/// Checks and rehearses plans without a server, by the same code that it runs. What only a server knows is assumed:
/// every prompt is there and lasts four seconds, every extension has its phone, every line is confirmed.
final class OfflinePlans {
    static final HotlineNumber ANY_NUMBER = new HotlineNumber("4008888888");
    private static final int FOUR_SECONDS = 4 * 8000;
    private static final short[] SILENCE = new short[FOUR_SECONDS];

    private OfflinePlans() {}

    static CheckedPlan check(PlanFile file) {
        var course = new RehearsedCourse(rehearsal());
        return PlanDocument.prove(
                file.text(),
                checkWithoutExamples(file),
                (plan, situation) -> course.of(TenantId.OPERATOR, ANY_NUMBER, plan, situation));
    }

    static CheckedPlan checkWithoutExamples(PlanFile file) {
        return PlanChecker.check(file.text(), PlanBounds.OPERATOR, Inventory.EVERYTHING);
    }

    static Rehearsal rehearsal() {
        return Rehearsal.offline(new AssumedPrompts());
    }

    private static final class AssumedPrompts implements Prompts {
        @Override
        public Optional<Prompt> find(TenantId tenant, PromptName name, Language language) {
            return Optional.of(new Prompt(name, language, SILENCE, ""));
        }
    }
}
