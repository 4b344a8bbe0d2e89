package org.hotline400.server.tariffs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.internal.BoxedTariffs;
import org.springframework.stereotype.Service;

/// The packages that are sold: of each code the newest edition that has begun. From memory.
@Service
public class Tariffs {
    private final List<Tariff> editions;
    private final Clock clock;

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong with the packages
    public Tariffs(Clock clock) {
        this.editions = BoxedTariffs.read();
        this.clock = clock;
    }

    /// The edition that is sold today; empty when there is none with this code.
    public Optional<Tariff> find(String code) {
        var today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        return editions.stream()
                .filter(tariff -> tariff.code().equals(code))
                .filter(tariff -> !tariff.starts().isAfter(today))
                .max(Comparator.comparingInt(Tariff::version));
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
