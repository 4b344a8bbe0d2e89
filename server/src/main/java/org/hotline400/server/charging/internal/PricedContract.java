package org.hotline400.server.charging.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.rating.Ruler;

/// What the calls of a contract cost while one span of it holds.
///
/// @param rulers of the components that cost something
/// @param bundled the components that bundled minutes pay for; those without a price need none
public record PricedContract(
        ContractId contract, TenantId tenant, Map<Component, Ruler> rulers, Set<Component> bundled) {
    public PricedContract {
        rulers = Map.copyOf(rulers);
        bundled = Set.copyOf(bundled);
    }

    static PricedContract of(ContractId contract, TenantId tenant, CallCharges calls) {
        var rulers = new EnumMap<Component, Ruler>(Component.class);
        calls.prices().forEach((component, price) -> rulers.put(component, Ruler.of(price)));
        return new PricedContract(contract, tenant, rulers, calls.bundled());
    }

    /// The same prices for another contract.
    PricedContract of(ContractId other, TenantId holder) {
        return new PricedContract(other, holder, rulers, bundled);
    }

    boolean isFree() {
        return rulers.isEmpty();
    }

    Optional<Ruler> ruler(Component component) {
        return Optional.ofNullable(rulers.get(component));
    }

    boolean hasAny(Collection<Component> components) {
        return components.stream().anyMatch(rulers::containsKey);
    }
}
