package org.hotline400.server.enrolment.payments;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How applications are paid.
///
/// @param accountHolder `hotline.payments.account-holder`: whose account payers transfer to
/// @param bank `hotline.payments.bank`: its bank and branch
/// @param accountNumber `hotline.payments.account-number`; without these three, payers are told to ask for them
/// @param dueWorkingDays `hotline.payments.due-working-days`: how long a payer has where the number's
///     reservation sets no deadline; 5 by default, 1 to 60
/// @param firstPeriodMonths `hotline.payments.first-period-months`: how many months' rent are paid with the
///     set-up fee; 1 by default, because packages are billed by the month, up to 12
@Validated
@ConfigurationProperties("hotline.payments")
public record PaymentSettings(
        @DefaultValue("") String accountHolder,
        @DefaultValue("") String bank,
        @DefaultValue("") String accountNumber,
        @DefaultValue("5") @Min(1) @Max(60) int dueWorkingDays,
        @DefaultValue("1") @Min(1) @Max(12) int firstPeriodMonths) {

    /// The account; empty when none is set.
    public Optional<Payments.Account> transferTo() {
        return accountNumber.isBlank()
                ? Optional.empty()
                : Optional.of(new Payments.Account(accountHolder, bank, accountNumber));
    }

    @AssertTrue(message = "hotline.payments.account-holder, bank and account-number go together")
    public boolean isWholeAccount() {
        return accountHolder.isBlank() == accountNumber.isBlank() && bank.isBlank() == accountNumber.isBlank();
    }
}
