package org.hotline400.server.billing.web;

import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.internal.Seller;
import org.hotline400.server.billing.paper.BillPdf;
import org.hotline400.server.identity.Tenant;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Component;

/// Who bills whom, as it is printed.
@Component
class PartiesOfBills {
    private final Seller seller;
    private final Tenants tenants;

    PartiesOfBills(Seller seller, Tenants tenants) {
        this.seller = seller;
        this.tenants = tenants;
    }

    BillPdf.Parties of(Bill bill) {
        return of(bill.tenant(), bill.number().orElse(""));
    }

    BillPdf.Parties of(TenantId tenant, String number) {
        return new BillPdf.Parties(
                seller.name(),
                tenants.find(tenant).map(Tenant::name).orElse(""),
                seller.howToPay(number),
                seller.howToPayInEnglish(number));
    }
}
