package org.hotline400.server.billing.invoices;

import org.hotline400.server.billing.Bills;
import org.hotline400.server.billing.CreditNotes;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.vault.SealedFiles;
import org.hotline400.server.vault.TenantSeal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts the parts together.
@Configuration(proxyBeanMethods = false)
class InvoicesConfiguration {

    @Bean
    Invoices invoices(JdbcClient jdbc, TenantSeal seal, Bills bills, CreditNotes creditNotes) {
        return new Invoices(jdbc, new BuyerSeal(seal), new Invoices.Papers(bills::find, creditNotes::of));
    }

    @Bean
    InvoiceFiles invoiceFiles(Invoices invoices, SealedFiles store, Transactions transactions) {
        return new InvoiceFiles(invoices, store, transactions);
    }
}
