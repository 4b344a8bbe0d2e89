package org.hotline400.server.billing.payments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The ways that are open here: transfers always, a provider when it is configured.
@Component
public class PayWays {
    private final Map<PayWay, PaymentProvider> providers;

    PayWays(ObjectProvider<PaymentProvider> providers) {
        this.providers = providers.stream().collect(Collectors.toMap(PaymentProvider::way, Function.identity()));
    }

    public List<PayWay> offered() {
        return Arrays.stream(PayWay.values()).filter(this::isOffered).toList();
    }

    public boolean isOffered(PayWay way) {
        return !way.isOnline() || providers.containsKey(way);
    }

    /// Who stands behind a way; empty for transfers and what is not configured (any more).
    public Optional<PaymentProvider> provider(PayWay way) {
        return Optional.ofNullable(providers.get(way));
    }
}
