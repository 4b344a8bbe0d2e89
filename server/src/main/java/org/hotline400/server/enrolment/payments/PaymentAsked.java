package org.hotline400.server.enrolment.payments;

import java.time.Instant;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// The money of an application is asked for: published in the transaction that asks.
///
/// @param reference to be written into the transfer
/// @param amount that is still to come
public record PaymentAsked(ApplicationId application, TenantId tenant, String reference, Money amount, Instant due) {}
