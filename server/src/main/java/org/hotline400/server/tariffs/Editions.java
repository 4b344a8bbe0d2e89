package org.hotline400.server.tariffs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.tariffs.internal.EditionRows;
import org.hotline400.server.tariffs.internal.PackagesText;
import org.springframework.stereotype.Service;

/// Editions of packages come and, as long as they have not begun, go. The operator's.
@Service
public class Editions {
    private final Transactions transactions;
    private final EditionRows rows;
    private final Tariffs tariffs;
    private final Clock clock;

    Editions(Transactions transactions, EditionRows rows, Tariffs tariffs, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /// What became of an attempt to withdraw an edition.
    public sealed interface Withdrawal {
        record Done(Tariff edition) implements Withdrawal {}

        record Unknown() implements Withdrawal {}

        /// It has begun, or is in the box: contracts may have it.
        record Sold(Tariff edition) implements Withdrawal {}
    }

    /// YAML: whatever can be read by [#importYaml].
    public String exportYaml(List<Tariff> editions) {
        return PackagesText.writeYaml(editions);
    }

    /// Adds the editions of a document: all of them or, when anything is wrong, none. One that is there already and
    /// has not begun is replaced; one that is there as it is written stays. On this node when it returns, on others
    /// within a second.
    ///
    /// @return what the document has
    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong, each with its path
    public List<Tariff> importYaml(String text, String author) {
        return add(PackagesText.readYaml(text), author);
    }

    /// The same from JSON.
    public List<Tariff> importJson(String text, String author) {
        return add(PackagesText.readJson(text), author);
    }

    private List<Tariff> add(List<Tariff> wanted, String author) {
        transactions.asOperator(() -> {
            rows.lock();
            // What others added since the last news.
            tariffs.refresh();
            var news = news(wanted);
            news.forEach(edition -> {
                rows.remove(edition.code(), edition.version());
                rows.add(edition, author, clock.instant());
            });
        });
        tariffs.refresh();
        return wanted;
    }

    /// Those that are not there as they are written.
    private List<Tariff> news(List<Tariff> wanted) {
        var checks = new Checks();
        var news = new ArrayList<Tariff>();
        for (int i = 0; i < wanted.size(); i++) {
            var edition = wanted.get(i);
            if (!tariffs.editions().contains(edition)) {
                check("packages[" + i + "]", edition, wanted, checks);
                news.add(edition);
            }
        }
        checks.done();
        return news;
    }

    private void check(String path, Tariff edition, List<Tariff> wanted, Checks checks) {
        var today = tariffs.today();
        if (edition.starts().isBefore(today)) {
            checks.add(
                    path + ".from",
                    "tariffs.past",
                    "is before today, " + today + " in Asia/Shanghai: what was sold is never changed",
                    "早于今天（" + today + "），已生效的价格不能更改。");
        }
        tariffs.find(edition.code(), edition.version())
                .filter(this::isSold)
                .ifPresent(sold -> checks.add(
                        path + ".version",
                        "tariffs.sold",
                        "is sold since " + sold.starts() + " and never changes: make a new version",
                        "该版本自 " + sold.starts() + " 起销售，不能更改，请使用新的版本号。"));
        outOfOrder(edition, wanted)
                .ifPresent(other -> checks.add(
                        path + ".from",
                        "tariffs.order",
                        "versions begin one after the other; version " + other.version() + " begins on "
                                + other.starts(),
                        "各版本应依次生效；版本 " + other.version() + " 于 " + other.starts() + " 生效。"));
    }

    /// The neighbour of the same code that stands in the way, if any.
    private Optional<Tariff> outOfOrder(Tariff edition, List<Tariff> wanted) {
        var after = new ArrayList<>(wanted);
        tariffs.editions().stream()
                .filter(one -> wanted.stream().noneMatch(other -> isSame(one, other)))
                .forEach(after::add);
        return after.stream()
                .filter(other -> other.code().equals(edition.code()) && other.version() != edition.version())
                .filter(other -> other.version() < edition.version()
                        ? !other.starts().isBefore(edition.starts())
                        : !edition.starts().isBefore(other.starts()))
                .findFirst();
    }

    private static boolean isSame(Tariff one, Tariff other) {
        return one.code().equals(other.code()) && one.version() == other.version();
    }

    private boolean isSold(Tariff edition) {
        return !edition.starts().isAfter(tariffs.today()) || tariffs.isBoxed(edition);
    }

    /// Takes away an edition that has not begun.
    public Withdrawal withdraw(String code, int version) {
        var outcome = transactions.asOperator(() -> {
            rows.lock();
            tariffs.refresh();
            return tariffs.find(code, version).map(this::withdraw).orElseGet(Withdrawal.Unknown::new);
        });
        tariffs.refresh();
        return outcome;
    }

    private Withdrawal withdraw(Tariff edition) {
        if (isSold(edition)) {
            return new Withdrawal.Sold(edition);
        }
        rows.remove(edition.code(), edition.version());
        return new Withdrawal.Done(edition);
    }
}
