package org.hotline400.server.callplans;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.lists.ListName;

/// Branches by whether a list of the enterprise covers the caller: a blacklist, those who alone may call, those who
/// come first, those who need a PIN. The first list that does counts. A PIN is asked for by a `collect` step behind.
///
/// ```json
/// {"type": "list", "cases": [{"list": "nuisance", "to": "reject"}, {"list": "gold-customers", "to": "gold"}],
///  "otherwise": "welcome"}
/// ```
public record ListCheck(List<Case> cases, Choice unlisted) implements Decision {
    static final String TYPE = "list";

    record Case(ListName list, Choice choice) {}

    public ListCheck {
        cases = List.copyOf(cases);
    }

    static ListCheck read(Fields fields) {
        return new ListCheck(
                fields.objects("cases", PlanBounds.MAX_CASES, ListCheck::readCase),
                new Choice(fields.step("otherwise"), Choice.Ground.NOT_LISTED, ""));
    }

    private static Optional<Case> readCase(Fields fields) {
        var list = fields.list("list");
        var to = fields.step("to");
        return list.map(name -> new Case(name, new Choice(to, Choice.Ground.LISTED, name.value())));
    }

    /// The lists it names.
    @Override
    public List<ListName> lists() {
        return cases.stream().map(Case::list).toList();
    }

    @Override
    public Choice decide(Circumstances circumstances) {
        for (int i = 0; i < cases.size(); i++) {
            if (circumstances.listed(cases.get(i).list())) {
                return cases.get(i).choice();
            }
        }
        return unlisted;
    }

    @Override
    public Optional<StepName> bypass() {
        return Optional.of(unlisted.next());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return Decision.exits(cases.stream().map(Case::choice).toList(), unlisted);
    }
}
