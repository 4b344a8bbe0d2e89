package org.hotline400.server.billing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How bills are made and what happens when they are not paid.
///
/// @param operatorName `hotline.billing.operator-name`: who bills, on paper; nothing by default: the account
///     holder of `hotline.payments`, or the platform
/// @param tax `hotline.billing.tax`: a file with tax rates in the form of `billing/tax.json`; those in the box by
///     default, which a tax adviser should look at
/// @param dueDays `hotline.billing.due-days`: how many days after it was issued a bill is due; 15 by default
/// @param issueDay `hotline.billing.issue-day`: the day of the next month on which a month's bills are issued by
///     themselves; 3 by default, so that calls over the month's end are over and the operator can look at the
///     drafts; 0: by hand only
/// @param settleWait `hotline.billing.settle-wait`: how long after a month's end its calls may take to be settled
///     before somebody is told; 6 h by default
/// @param lateFee for bills that are not paid in time
/// @param dunning steps against who does not pay
@Validated
@ConfigurationProperties("hotline.billing")
public record BillingSettings(
        @DefaultValue("") String operatorName,
        @Nullable Path tax,
        @DefaultValue("15") @Min(1) @Max(90) int dueDays,
        @DefaultValue("3") @Min(0) @Max(28) int issueDay,

        @DefaultValue("6h") @DurationMin(minutes = 10) @DurationMax(days = 7)
        Duration settleWait,

        @DefaultValue @Valid LateFee lateFee,
        @DefaultValue @Valid Dunning dunning) {

    /// As by default.
    public static final BillingSettings USUAL =
            new BillingSettings("", null, 15, 3, Duration.ofHours(6), LateFee.NONE, Dunning.USUAL);

    public Optional<Path> taxFile() {
        return Optional.ofNullable(tax);
    }

    /// What being late costs.
    ///
    /// @param percentPerDay `hotline.billing.late-fee.percent-per-day`: of what is unpaid; 0 by default (none), up
    ///     to 0.3, which is the most that the telecommunications regulations allow (《电信条例》第三十四条)
    /// @param graceDays `hotline.billing.late-fee.grace-days`: days after the due day that cost nothing; 0 by
    ///     default
    /// @param maxPercent `hotline.billing.late-fee.max-percent`: of the bill's total, at most; 100 by default
    public record LateFee(
            @DefaultValue("0") @DecimalMin("0") @DecimalMax("0.3")
            BigDecimal percentPerDay,

            @DefaultValue("0") @Min(0) @Max(90) int graceDays,
            @DefaultValue("100") @Min(0) @Max(100) int maxPercent) {
        public static final LateFee NONE = new LateFee(BigDecimal.ZERO, 0, 100);
    }

    /// Days after the due day.
    ///
    /// @param remindDays `hotline.billing.dunning.remind-days`: when a reminder is sent; 0, 7 and 15 by default
    /// @param suspendDays `hotline.billing.dunning.suspend-days`: when the number is suspended for arrears; 30 by
    ///     default; 0: never
    /// @param terminateDays `hotline.billing.dunning.terminate-days`: when the operator is proposed to end the
    ///     contract; 60 by default; 0: never. Nothing is ended by itself.
    public record Dunning(
            @DefaultValue({"0", "7", "15"}) List<@Min(0) @Max(365) Integer> remindDays,
            @DefaultValue("30") @Min(0) @Max(365) int suspendDays,
            @DefaultValue("60") @Min(0) @Max(365) int terminateDays) {
        public static final Dunning USUAL = new Dunning(List.of(0, 7, 15), 30, 60);

        public Dunning {
            remindDays = List.copyOf(remindDays);
        }

        @AssertTrue(message = "hotline.billing.dunning.terminate-days comes after suspend-days")
        public boolean isInOrder() {
            return suspendDays == 0 || terminateDays == 0 || terminateDays > suspendDays;
        }
    }
}
