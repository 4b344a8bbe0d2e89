package org.hotline400.server.numbers.meaning;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.ConfigurationChanges;
import org.springframework.stereotype.Service;

/// What digits say here: [Wordplay] with the dictionary as the operator has it, from memory, at most a second
/// old.
@Service
public class Meanings {
    private final OperatorWords stored;
    private volatile Wordplay wordplay = Wordplay.own();
    private volatile List<WordChange> changes = List.of();

    Meanings(OperatorWords stored, ConfigurationChanges news) {
        this.stored = stored;
        news.subscribe("number-words", this::refresh);
    }

    /// The digits that say a name, best first; see [Wordplay#of].
    ///
    /// @return at most [Wordplay#MOST]
    /// @throws IllegalArgumentException when the name has not 1 to 40 characters
    public List<Fragment> of(String name, Optional<Trade> trade) {
        return wordplay.of(name, trade);
    }

    /// What the seven digits behind 400 say, best first; see [Wordplay#saidBy].
    public List<Fragment> saidBy(String sevenDigits) {
        return wordplay.saidBy(sevenDigits);
    }

    /// The dictionary in force.
    public NumberWords words() {
        return wordplay.words();
    }

    /// What of it is the operator's word.
    public List<WordChange> changes() {
        return changes;
    }

    /// Reads what has changed: at once what this node changes, when it is told what another one does.
    public synchronized void refresh() {
        var now = stored.all();
        wordplay = new Wordplay(NumberWords.own().with(now), Readings.library());
        changes = List.copyOf(now);
    }
}
