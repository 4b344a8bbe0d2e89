package org.hotline400.server.enrolment.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.form.EntityKind;
import org.hotline400.server.enrolment.papers.PaperKind;

/// Who may have which number with which papers.
///
/// @param version counts the editions of the data
/// @param entities each kind once
/// @param trades each code once, in the order in which they are offered
/// @param waivedOnPaper papers that need not be uploaded when the application itself came on paper
public record Rules(int version, List<EntityRule> entities, List<TradeRule> trades, Set<PaperKind> waivedOnPaper) {
    public Rules {
        entities = List.copyOf(entities);
        trades = List.copyOf(trades);
        waivedOnPaper = Set.copyOf(waivedOnPaper);
        if (version < 1
                || entities.size() != EntityKind.values().length
                || entities.stream().map(EntityRule::kind).distinct().count() != entities.size()) {
            throw new IllegalArgumentException("the rules have a version from 1 on and say of each entity what holds");
        }
        if (trades.isEmpty() || trades.stream().map(TradeRule::code).distinct().count() != trades.size()) {
            throw new IllegalArgumentException("the rules have trades, each once");
        }
    }

    public EntityRule of(EntityKind kind) {
        return entities.stream().filter(rule -> rule.kind() == kind).findFirst().orElseThrow();
    }

    public Optional<TradeRule> trade(String code) {
        return trades.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /// The papers that an application needs, as far as entity and trade are known, in the order in which they
    /// are shown. While the entity is not known: those that everybody shows.
    public List<PaperKind> papers(Optional<EntityKind> entity, Optional<String> trade, Intake.Channel channel) {
        var general = entity.map(kind -> of(kind).papers()).orElseGet(this::ofEverybody);
        var own = trade.flatMap(this::trade).map(TradeRule::papers).orElse(List.of());
        return Stream.concat(general.stream(), own.stream())
                .distinct()
                .filter(paper -> channel != Intake.Channel.PAPER || !waivedOnPaper.contains(paper))
                .toList();
    }

    private List<PaperKind> ofEverybody() {
        return entities.getFirst().papers().stream()
                .filter(paper ->
                        entities.stream().allMatch(rule -> rule.papers().contains(paper)))
                .toList();
    }
}
