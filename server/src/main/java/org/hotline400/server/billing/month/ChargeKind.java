package org.hotline400.server.billing.month;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hotline400.server.tariffs.Component;

/// The charge types of bills, in the order in which their lines stand.
public enum ChargeKind {
    SET_UP,
    /// Paid at the beginning for months to come.
    RENT_ADVANCE,
    RENT,
    /// What the package bundles: costs nothing, tells what was used.
    BUNDLED_MINUTES,
    CALLS_PLATFORM,
    CALLS_FORWARD_FIXED,
    CALLS_FORWARD_MOBILE,
    CALLS_FORWARD_EXTENSION,
    CALLS_RECORDING,
    /// What calls fell short of the month's least.
    MINIMUM,
    OPTION,
    /// Given back for bundled minutes that were not used.
    UNUSED_MINUTES,
    EARLY_EXIT,
    LATE_FEE;

    /// The text code: `calls-forward-mobile`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Stream.of(values()).map(ChargeKind::code).toList();
    }

    public static ChargeKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a charge type is one of " + String.join(", ", codes()) + "; was \"" + code + "\""));
    }

    static ChargeKind of(Component component) {
        return switch (component) {
            case PLATFORM -> CALLS_PLATFORM;
            case FORWARD_FIXED -> CALLS_FORWARD_FIXED;
            case FORWARD_MOBILE -> CALLS_FORWARD_MOBILE;
            case FORWARD_EXTENSION -> CALLS_FORWARD_EXTENSION;
            case RECORDING -> CALLS_RECORDING;
        };
    }

    /// What it is called on paper.
    public String chinese() {
        return switch (this) {
            case SET_UP -> "号码开通费";
            case RENT_ADVANCE -> "预付月租";
            case RENT -> "套餐月租";
            case BUNDLED_MINUTES -> "套餐内分钟";
            case CALLS_PLATFORM -> "平台接听";
            case CALLS_FORWARD_FIXED -> "转接固话";
            case CALLS_FORWARD_MOBILE -> "转接手机";
            case CALLS_FORWARD_EXTENSION -> "转接分机";
            case CALLS_RECORDING -> "通话录音";
            case MINIMUM -> "最低消费补足";
            case OPTION -> "功能选项";
            case UNUSED_MINUTES -> "未用分钟退还";
            case EARLY_EXIT -> "提前解约";
            case LATE_FEE -> "违约金";
        };
    }

    /// What it is called in English.
    public String english() {
        return switch (this) {
            case SET_UP -> "Set-up of the number";
            case RENT_ADVANCE -> "Rent paid in advance";
            case RENT -> "Rent";
            case BUNDLED_MINUTES -> "Bundled minutes";
            case CALLS_PLATFORM -> "Platform";
            case CALLS_FORWARD_FIXED -> "Forwarded to fixed lines";
            case CALLS_FORWARD_MOBILE -> "Forwarded to mobiles";
            case CALLS_FORWARD_EXTENSION -> "Forwarded to extensions";
            case CALLS_RECORDING -> "Recorded talks";
            case MINIMUM -> "Monthly minimum";
            case OPTION -> "Option";
            case UNUSED_MINUTES -> "Unused minutes";
            case EARLY_EXIT -> "Early exit";
            case LATE_FEE -> "Late fee";
        };
    }
}
