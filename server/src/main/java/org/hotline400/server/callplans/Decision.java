package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.prompts.PromptName;

/// A step that only decides where the call goes. A pure function of the [Circumstances]: no I/O, and next to no
/// garbage.
public sealed interface Decision extends Step permits Branch, ListCheck, RegionRoute, Schedule {

    Choice decide(Circumstances circumstances);

    /// Nobody hears a decision.
    @Override
    default List<PromptName> prompts() {
        return List.of();
    }

    /// The exits of a step that is written as cases and an otherwise.
    static List<Exit> exits(List<Choice> cases, Choice otherwise) {
        var exits = new ArrayList<Exit>();
        for (int i = 0; i < cases.size(); i++) {
            exits.add(new Exit("cases/" + i + "/to", cases.get(i).next(), false));
        }
        exits.add(new Exit("otherwise", otherwise.next(), false));
        return exits;
    }
}
