package org.hotline400.server.enrolment.resellers.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hotline400.server.enrolment.resellers.Licence;
import org.hotline400.server.enrolment.resellers.Reseller;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// A reseller as the operator enters or changes it; of a change, what is left out stays as it was.
///
/// @param tenant whose people take in applications; only when it is entered
/// @param name of the company, as on the licence
/// @param licence all of it
/// @param mail where it is warned of the licence's end
/// @param mobile the same by text message, eleven digits
record ResellerOrder(
        @Nullable UUID tenant,
        @Nullable String name,
        @Nullable LicenceOrder licence,
        @Nullable String mail,
        @Nullable String mobile,
        @Nullable Boolean suspended) {
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>,;]{1,64}@[^@\\s<>,;]{3,190}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    /// @param from the first day: `2026-01-01`
    /// @param until the last one
    record LicenceOrder(
            @Nullable String number,
            @Nullable String scope,
            @Nullable String from,
            @Nullable String until) {}

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong
    Reseller read(Tenants tenants, Instant now, String by) {
        var checks = new Checks();
        var whose = checks.read("tenant", "resellers.tenant", tenant, id -> enterprise(tenants, id));
        var called = checks.read("name", "malformed", name, ResellerOrder::name);
        var given = licence(checks, licence);
        var address = mail(checks);
        var phone = mobile(checks);
        checks.done();
        return new Reseller(
                whose.get(),
                called.get(),
                given.orElseThrow(),
                address,
                phone,
                Boolean.TRUE.equals(suspended),
                now,
                by);
    }

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong
    Reseller read(Reseller before, Instant now, String by) {
        var checks = new Checks();
        if (tenant != null && !tenant.equals(before.tenant().value())) {
            checks.add("tenant", "fixed", "cannot be changed; leave it out", "不能修改，请去掉该字段。");
        }
        var called = checks.readIfPresent("name", "malformed", name, ResellerOrder::name);
        var given = licence == null ? Optional.of(before.licence()) : licence(checks, licence);
        var address = mail(checks).or(before::mail);
        var phone = mobile(checks).or(before::mobile);
        checks.done();
        return new Reseller(
                before.tenant(),
                called.orElse(before.name()),
                given.orElseThrow(),
                address,
                phone,
                suspended == null ? before.suspended() : suspended,
                now,
                by);
    }

    private static Optional<Licence> licence(Checks checks, @Nullable LicenceOrder order) {
        if (order == null) {
            checks.add("licence", "missing", "is required", "必填。");
            return Optional.empty();
        }
        var number = checks.read("licence.number", "resellers.licence-number", order.number(), Licence::checkNumber);
        var scope = checks.read("licence.scope", "malformed", order.scope(), Licence::checkScope);
        var from = checks.read("licence.from", "malformed", order.from(), ResellerOrder::day);
        var until = checks.read("licence.until", "malformed", order.until(), ResellerOrder::day);
        if (number.value().isEmpty()
                || scope.value().isEmpty()
                || from.value().isEmpty()
                || until.value().isEmpty()) {
            return Optional.empty();
        }
        return checks.read(
                        "licence.until",
                        "resellers.licence-dates",
                        until.get(),
                        last -> new Licence(number.get(), scope.get(), from.get(), last))
                .value();
    }

    private Optional<String> mail(Checks checks) {
        return checks.readIfPresent("mail", "malformed", mail, text -> fitting(text, MAIL, "a mail address", "邮箱地址"));
    }

    private Optional<String> mobile(Checks checks) {
        return checks.readIfPresent(
                "mobile",
                "malformed",
                mobile,
                text -> fitting(text, MOBILE, "a mobile number of eleven digits", "十一位手机号码"));
    }

    private static String fitting(String text, Pattern form, String english, String chinese) {
        if (!form.matcher(text).matches()) {
            throw new MistakeException("is " + english, "请填写" + chinese + "。");
        }
        return text;
    }

    private static String name(String text) {
        try {
            return Tenants.checkedName(text);
        } catch (IllegalArgumentException e) {
            var told = new MistakeException("has 1 to 200 characters", "请填写 1 至 200 个字符。");
            told.initCause(e);
            throw told;
        }
    }

    private static LocalDate day(String text) {
        try {
            return IsoText.day(text);
        } catch (DateTimeException e) {
            var told = new MistakeException("is a date such as 2027-01-31", "请填写日期，例如 2027-01-31。");
            told.initCause(e);
            throw told;
        }
    }

    private static TenantId enterprise(Tenants tenants, UUID id) {
        var tenant = new TenantId(id);
        if (tenant.equals(TenantId.OPERATOR) || tenants.find(tenant).isEmpty()) {
            throw new MistakeException(
                    "there is no such tenant: make the reseller's tenant first", "没有这个租户，请先为该转售企业建立租户。");
        }
        return tenant;
    }
}
