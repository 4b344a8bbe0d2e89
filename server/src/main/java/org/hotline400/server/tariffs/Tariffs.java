package org.hotline400.server.tariffs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.internal.BoxedTariffs;
import org.hotline400.server.tariffs.internal.EditionRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The packages that are sold: of each code the newest edition that has begun. From memory.
@Service
public class Tariffs {
    private static final Comparator<Tariff> BY_CODE_AND_VERSION =
            Comparator.comparing(Tariff::code).thenComparingInt(Tariff::version);

    private final List<Tariff> boxed;
    private final Supplier<List<Tariff>> stored;
    private final Clock clock;
    private volatile List<Tariff> editions;

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong with the packages
    @Autowired
    Tariffs(EditionRows rows, Transactions transactions, ConfigurationChanges changes, Clock clock) {
        this(() -> transactions.asOperator(rows::all), clock);
        changes.subscribe("tariffs", this::refresh);
    }

    /// With the packages in the box alone.
    public Tariffs(Clock clock) {
        this(List::of, clock);
    }

    private Tariffs(Supplier<List<Tariff>> stored, Clock clock) {
        this.boxed = BoxedTariffs.read();
        this.stored = stored;
        this.clock = clock;
        this.editions = boxed;
    }

    synchronized void refresh() {
        editions = Stream.concat(boxed.stream(), stored.get().stream())
                .sorted(BY_CODE_AND_VERSION)
                .toList();
    }

    /// The edition that is sold today; empty when there is none with this code.
    public Optional<Tariff> find(String code) {
        var today = today();
        return editions.stream()
                .filter(tariff -> tariff.code().equals(code))
                .filter(tariff -> !tariff.starts().isAfter(today))
                .max(Comparator.comparingInt(Tariff::version));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /// The edition that a contract was made with, whether it is sold today or not.
    public Optional<Tariff> find(String code, int version) {
        return editions.stream()
                .filter(tariff -> tariff.code().equals(code) && tariff.version() == version)
                .findFirst();
    }

    /// Those that are sold today, the cheapest first.
    public List<Tariff> onSale() {
        return editions.stream()
                .map(Tariff::code)
                .distinct()
                .flatMap(code -> find(code).stream())
                .sorted(Comparator.comparing(Tariff::rentPerMonth))
                .toList();
    }

    /// All there were, are and will be.
    public List<Tariff> editions() {
        return editions;
    }

    /// Whether it is in the box, and stays.
    boolean isBoxed(Tariff edition) {
        return boxed.contains(edition);
    }

    /// What the rent of a first period comes to, after the discount of the term. Exact: a rent is whole fen.
    ///
    /// @param termMonths how long one binds oneself: one of the package's terms
    /// @param firstPeriod months that are paid at once, 1 to `termMonths`
    /// @throws IllegalArgumentException when the package has no such term, or the period is longer
    public Money price(Tariff tariff, int termMonths, int firstPeriod) {
        if (firstPeriod < 1 || firstPeriod > termMonths) {
            throw new IllegalArgumentException("the first period is 1 to " + termMonths + " months");
        }
        return rent(tariff, termMonths).times(firstPeriod);
    }

    /// A month's rent after the discount of the term.
    ///
    /// @throws IllegalArgumentException when the package has no such term
    public Money rent(Tariff tariff, int termMonths) {
        if (termMonths == 0) {
            throw new IllegalArgumentException(tariff.code() + " has no term of 0 months");
        }
        return tariff.rent(termMonths);
    }
}
