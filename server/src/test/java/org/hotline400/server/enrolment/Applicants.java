package org.hotline400.server.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.prices.PriceList;
import org.hotline400.server.testing.Api;
import org.springframework.boot.test.context.TestComponent;

/// Enterprises that apply for numbers: each with its own licence, persons and number.
@TestComponent
public final class Applicants {
    private static final AtomicInteger COUNT = new AtomicInteger();
    /// Behind the segments that other tests take their numbers from.
    private static final AtomicInteger SUFFIX = new AtomicInteger(6_173_000);

    private final Applications applications;
    private final Tenants tenants;
    private final Api api;

    Applicants(Applications applications, Tenants tenants, Api api) {
        this.applications = applications;
        this.tenants = tenants;
        this.api = api;
    }

    /// An enterprise that has handed in its application.
    ///
    /// @param owner its owner
    public record Applicant(TenantId tenant, ApplicationId application, HotlineNumber number, Api.Client owner) {
        public String path() {
            return "/api/v1/applications/" + application;
        }

        public String review() {
            return "/api/v1/reviews/" + application;
        }
    }

    /// The next number of this class that nobody has had yet.
    public static HotlineNumber number(NumberClass wanted) {
        return IntStream.generate(SUFFIX::getAndIncrement)
                .mapToObj(HotlineNumber::ofSuffix)
                .filter(one -> Grading.of(one).numberClass() == wanted)
                .findFirst()
                .orElseThrow();
    }

    /// Applies for the next ordinary number.
    public Applicant apply() {
        return apply(number(NumberClass.ORDINARY));
    }

    public Applicant apply(HotlineNumber number) {
        int count = COUNT.incrementAndGet();
        var tenant = tenants.create("示例门店 " + count).id();
        var actor = actor(tenant);
        var begun = done(applications.begin(tenant, Intake.OWN, actor));
        var edited = done(applications.edit(begun.id(), begun.version(), form(count, number), actor));
        done(applications.submit(edited.id(), edited.version(), actor));
        return new Applicant(tenant, edited.id(), number, api.as(tenant, Role.OWNER));
    }

    public static ApplicationActor actor(TenantId tenant) {
        return new ApplicationActor(Optional.of(tenant), UUID.randomUUID(), "店主", "");
    }

    public static Application done(ApplicationChange change) {
        return switch (change) {
            case ApplicationChange.Done(var application) -> application;
            case ApplicationChange.AsBefore(var application) -> application;
            case ApplicationChange.Unknown _,
                    ApplicationChange.Outdated _,
                    ApplicationChange.Impossible _,
                    ApplicationChange.Incomplete _,
                    ApplicationChange.NumberGone _,
                    ApplicationChange.NeedsOtherEyes _ -> throw new AssertionError(change.toString());
        };
    }

    /// As it stands.
    public Application now(Applicant applicant) {
        return applications
                .find(applicant.application(), ApplicationActor.platform(""))
                .orElseThrow();
    }

    /// A complete form of an enterprise that there is not.
    public static Form form(int count, HotlineNumber number) {
        return new Form(
                Optional.of("enterprise"),
                Optional.of("general"),
                new Form.Company(
                        Optional.of("示例·贝安母婴用品店" + count + "号"),
                        Optional.of(creditCode(count)),
                        Optional.of("2020-01-01"),
                        Optional.of("长期"),
                        Optional.of("北京市朝阳区示例路1号")),
                person("张三", idCard(2 * count % 1000), "1380013" + "%04d".formatted(count % 10_000)),
                person("李四", idCard((2 * count + 1) % 1000), "1390013" + "%04d".formatted(count % 10_000)),
                new Form.Choice(
                        Optional.of(number.digits()),
                        Optional.of("basic"),
                        Optional.of(term(number)),
                        Optional.of("为顾客提供母婴用品咨询"),
                        List.of("13800138001", "13800138002", "13900139003")));
    }

    /// The shortest term of the packages that this number is given for.
    private static int term(HotlineNumber number) {
        var grade = Grading.of(number);
        int least = PriceList.own().of(grade, grade.numberClass()).minimumMonths();
        return IntStream.of(12, 24, 36)
                .filter(months -> months >= least)
                .findFirst()
                .orElseThrow();
    }

    private static Form.Person person(String name, String card, String mobile) {
        return new Form.Person(
                Optional.of(name),
                Optional.of("id-card"),
                Optional.of(card),
                Optional.of("长期"),
                Optional.of(mobile),
                Optional.of("shop@example.com"));
    }

    /// A unified social credit code with its check character (GB 32100-2015).
    public static String creditCode(int count) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var head = "91110105MA%07d".formatted(count);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < head.length(); i++) {
            sum += alphabet.indexOf(head.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return head + alphabet.charAt((31 - sum % 31) % 31);
    }

    /// A number of an identity card with its check character (GB 11643-1999).
    public static String idCard(int count) {
        var head = "11010519800101%03d".formatted(count);
        int sum = 0;
        for (int i = 0; i < head.length(); i++) {
            sum += (head.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return head + "10X98765432".charAt(sum % 11);
    }
}
