package org.hotline400.server.enrolment.payments;

import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// An application has ended without a number, and its money is owed back: published in the transaction that
/// ended it.
public record RefundOwed(ApplicationId application, TenantId tenant, String reference, Money amount) {}
