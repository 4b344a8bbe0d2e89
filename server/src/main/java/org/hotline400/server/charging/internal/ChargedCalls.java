package org.hotline400.server.charging.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.charging.LiveCharges;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.stereotype.Component;

/// The calls of this node that are charged, and those among them that began while the database was away.
@Component
public class ChargedCalls implements CallsUnderWay {
    /// Calls of a postpaid customer that may be under way on this node without a reservation.
    static final int UNRESERVED_OF_CUSTOMER = 20;
    /// Calls of all of them.
    static final int UNRESERVED = 500;

    private final Map<CallId, CallCharge> calls = new ConcurrentHashMap<>();
    private final Map<CallId, TenantId> unreserved = new ConcurrentHashMap<>();
    private final Map<TenantId, AtomicInteger> ofTenant = new ConcurrentHashMap<>();

    void add(CallCharge call) {
        calls.put(call.id(), call);
        ofTenant.compute(call.payer().tenant(), (_, count) -> {
            var counted = count == null ? new AtomicInteger() : count;
            counted.incrementAndGet();
            return counted;
        });
    }

    /// Lets a call begin for which nothing could be reserved, where the bounds allow it.
    synchronized boolean addUnreserved(CallCharge call) {
        var tenant = call.payer().tenant();
        long own = unreserved.values().stream().filter(tenant::equals).count();
        if (unreserved.size() >= UNRESERVED || own >= UNRESERVED_OF_CUSTOMER) {
            return false;
        }
        unreserved.put(call.id(), tenant);
        add(call);
        return true;
    }

    void remove(CallId id) {
        unreserved.remove(id);
        var call = calls.remove(id);
        if (call != null) {
            ofTenant.computeIfPresent(call.payer().tenant(), (_, count) -> count.decrementAndGet() == 0 ? null : count);
        }
    }

    @Override
    public int count(TenantId tenant) {
        var count = ofTenant.get(tenant);
        return count == null ? 0 : count.get();
    }

    /// What the calls of a contract hold.
    Money held(ContractId contract) {
        return calls.values().stream()
                .filter(call -> call.contract().contract().equals(contract))
                .map(CallCharge::held)
                .reduce(Money.ZERO, Money::plus);
    }

    @Override
    public List<LiveCharges.Running> running(TenantId tenant, Instant now) {
        return calls.values().stream()
                .filter(call -> call.payer().tenant().equals(tenant))
                .map(call -> new LiveCharges.Running(call.id(), call.costAt(now), call.held()))
                .toList();
    }
}
