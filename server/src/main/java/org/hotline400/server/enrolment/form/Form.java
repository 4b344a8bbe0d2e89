package org.hotline400.server.enrolment.form;

import java.util.List;
import java.util.Optional;

/// What an application says, as far as it is filled in. Fields hold what was written, even when it is wrong: what is
/// wrong is told beside it, and nothing that somebody typed is lost.
///
/// @param entity an [EntityKind]'s code
/// @param trade a code of the table of trades, such as `education`
public record Form(
        Optional<String> entity,
        Optional<String> trade,
        Company company,
        Person legalRepresentative,
        Person handler,
        Choice choice) {
    public static final Form EMPTY =
            new Form(Optional.empty(), Optional.empty(), Company.EMPTY, Person.EMPTY, Person.EMPTY, Choice.EMPTY);

    /// The enterprise as its licence shows it.
    ///
    /// @param name in full, as on the licence and the seal
    /// @param creditCode unified social credit code, 18 characters (GB 32100-2015)
    /// @param licenceUntil an ISO date, or `长期` for no end
    /// @param address where it is registered
    public record Company(
            Optional<String> name,
            Optional<String> creditCode,
            Optional<String> licenceFrom,
            Optional<String> licenceUntil,
            Optional<String> address) {
        public static final Company EMPTY =
                new Company(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Somebody with an identity document. Sealed where it is stored, masked where it is shown.
    ///
    /// @param document kind of document: `id-card`, `passport`, …
    /// @param number of the document
    /// @param until an ISO date, or `长期` for no end
    /// @param mobile eleven digits
    public record Person(
            Optional<String> name,
            Optional<String> document,
            Optional<String> number,
            Optional<String> until,
            Optional<String> mobile,
            Optional<String> mail) {
        public static final Person EMPTY = new Person(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        @Override
        public String toString() {
            return "Person[]";
        }
    }

    /// What is wanted.
    ///
    /// @param number ten digits
    /// @param tariff code of a package
    /// @param termMonths how long the contract runs at least
    /// @param purpose what callers of the number will be served with
    /// @param forwardTo lines that answer, for the first call plan; at most ten
    public record Choice(
            Optional<String> number,
            Optional<String> tariff,
            Optional<Integer> termMonths,
            Optional<String> purpose,
            List<String> forwardTo) {
        public static final Choice EMPTY =
                new Choice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public Choice {
            forwardTo = List.copyOf(forwardTo);
        }
    }
}
