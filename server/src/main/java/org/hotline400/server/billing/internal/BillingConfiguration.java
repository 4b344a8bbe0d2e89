package org.hotline400.server.billing.internal;

import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.billing.month.MonthReckoner;
import org.hotline400.server.billing.month.VatRates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the tax rates: the operator's, or those in the box.
@Configuration(proxyBeanMethods = false)
class BillingConfiguration {

    @Bean
    VatRates vatRates(BillingSettings settings) {
        return settings.taxFile().map(VatRates::of).orElseGet(VatRates::own);
    }

    @Bean
    MonthReckoner monthReckoner(VatRates rates) {
        return new MonthReckoner(rates);
    }
}
