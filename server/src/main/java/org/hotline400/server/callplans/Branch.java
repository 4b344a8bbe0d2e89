package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Branches by variables and tags. The first case all of whose conditions hold counts.
///
/// ```json
/// {"type": "branch", "cases": [{"when": [{"variable": "grade", "is": "gold"}], "to": "gold"}], "otherwise": "queue"}
/// ```
public record Branch(List<Case> cases, Choice none) implements Decision {
    static final String TYPE = "branch";

    record Case(List<Condition> conditions, Choice choice) {
        Case {
            conditions = List.copyOf(conditions);
        }

        boolean holds(Circumstances circumstances) {
            for (int i = 0; i < conditions.size(); i++) {
                if (!conditions.get(i).holds(circumstances)) {
                    return false;
                }
            }
            return true;
        }
    }

    public Branch {
        cases = List.copyOf(cases);
    }

    static Branch read(Fields fields) {
        var cases = new ArrayList<Case>();
        fields.objects("cases", PlanBounds.MAX_CASES, each -> {
            var conditions = each.objects("when", PlanBounds.MAX_CASES, Condition::read);
            var detail = "cases/" + cases.size();
            cases.add(new Case(conditions, new Choice(each.step("to"), Choice.Ground.CONDITION_MET, detail)));
            return Optional.empty();
        });
        return new Branch(cases, new Choice(fields.step("otherwise"), Choice.Ground.NO_CONDITION_MET, ""));
    }

    @Override
    public Choice decide(Circumstances circumstances) {
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).holds(circumstances)) {
                return cases.get(i).choice();
            }
        }
        return none;
    }

    @Override
    public List<VariableName> variables() {
        return cases.stream()
                .flatMap(each -> each.conditions().stream())
                .flatMap(condition -> condition.variables().stream())
                .toList();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return Decision.exits(cases.stream().map(Case::choice).toList(), none);
    }
}
