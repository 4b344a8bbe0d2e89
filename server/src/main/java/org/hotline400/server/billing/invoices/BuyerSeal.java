package org.hotline400.server.billing.invoices;

import java.nio.charset.StandardCharsets;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.TenantSeal;
import tools.jackson.databind.json.JsonMapper;

/// Keeps buyers unreadable in the database.
final class BuyerSeal {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TenantSeal seal;

    BuyerSeal(TenantSeal seal) {
        this.seal = seal;
    }

    byte[] close(TenantId tenant, InvoiceId id, Buyer buyer) {
        return seal.close(tenant, JSON.writeValueAsBytes(buyer), context(id));
    }

    Buyer open(TenantId tenant, InvoiceId id, byte[] sealed) {
        return JSON.readValue(new String(seal.open(tenant, sealed, context(id)), StandardCharsets.UTF_8), Buyer.class);
    }

    private static String context(InvoiceId id) {
        return "invoice " + id;
    }
}
