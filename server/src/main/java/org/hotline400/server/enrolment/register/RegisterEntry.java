package org.hotline400.server.enrolment.register;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number and who holds it for what.
///
/// @param id a UUIDv7
/// @param application by which the number came; empty where it came from another holder
public record RegisterEntry(
        UUID id,
        TenantId tenant,
        HotlineNumber number,
        Optional<ApplicationId> application,
        Holder holder,
        Use use,
        Instant activatedAt,
        Optional<End> end) {

    /// Empty texts where nothing is known.
    ///
    /// @param creditCode unified social credit code
    /// @param entity an `EntityKind`'s code
    /// @param trade a trade's code
    /// @param legalRepresentative masked
    /// @param handler masked
    public record Holder(
            String company,
            String creditCode,
            String entity,
            String trade,
            String legalRepresentative,
            String handler) {

        /// Of whom only the name is known.
        public static Holder named(String company) {
            return new Holder(company, "", "", "", "", "");
        }
    }

    /// @param purpose as it was declared; empty when it was not
    /// @param tariff code of the package
    /// @param way by which the application came in, or `transfer`
    /// @param reseller who took it in
    public record Use(
            String purpose, String tariff, Optional<Integer> termMonths, String way, Optional<TenantId> reseller) {
        /// The number came from another holder.
        public static final Use TRANSFERRED = new Use("", "", Optional.empty(), "transfer", Optional.empty());
    }

    /// @param reason `cancelled`, `transferred`, `quarantined`
    public record End(Instant at, String reason) {}
}
