package org.hotline400.server.enrolment.form;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Forms of enterprises that there are not.
public final class Samples {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Samples() {}

    /// A code with this head that nobody else in this test has.
    public static String creditCode(String head) {
        var text = head + "110105" + "MA%07d".formatted(NEXT.incrementAndGet());
        return text + CreditCode.checkCharacter(text);
    }

    /// The number of an identity card that nobody else in this test has.
    ///
    /// @param birth `19900101`
    public static String idCard(String birth) {
        var text = "%06d".formatted(110_101 + NEXT.incrementAndGet() % 800)
                + birth
                + "%03d".formatted(NEXT.incrementAndGet() % 1_000);
        return text + CitizenNumber.checkCharacter(text);
    }

    /// A mother-and-baby shop that wants this number, with nothing missing and nothing wrong.
    public static Form shop(String number) {
        return new Form(
                Optional.of("enterprise"), Optional.of("maternity"), company("91"), person(), person(), choice(number));
    }

    public static Form.Company company(String head) {
        return new Form.Company(
                Optional.of("测试母婴用品（北京）有限公司"),
                Optional.of(creditCode(head)),
                Optional.of("2020-05-01"),
                Optional.of("长期"),
                Optional.of("北京市朝阳区测试路 1 号"));
    }

    public static Form.Person person() {
        return new Form.Person(
                Optional.of("张小测"),
                Optional.of("id-card"),
                Optional.of(idCard("19900101")),
                Optional.of("2040-12-31"),
                Optional.of("13800000001"),
                Optional.of("zhang@example.com"));
    }

    public static Form.Choice choice(String number) {
        return new Form.Choice(
                Optional.of(number),
                Optional.of("basic"),
                Optional.of(12),
                Optional.of("门店咨询与售后服务"),
                List.of("13800000002", "01062345678"));
    }

    public static Form with(Form form, Form.Company company) {
        return new Form(
                form.entity(), form.trade(), company, form.legalRepresentative(), form.handler(), form.choice());
    }

    public static Form withRepresentative(Form form, Form.Person person) {
        return new Form(form.entity(), form.trade(), form.company(), person, form.handler(), form.choice());
    }

    public static Form with(Form form, Form.Choice choice) {
        return new Form(
                form.entity(), form.trade(), form.company(), form.legalRepresentative(), form.handler(), choice);
    }

    public static Form of(Form form, String entity, String trade) {
        return new Form(
                Optional.of(entity),
                Optional.of(trade),
                form.company(),
                form.legalRepresentative(),
                form.handler(),
                form.choice());
    }

    public static Form.Company renamed(Form.Company one, String name) {
        return new Form.Company(
                Optional.of(name), one.creditCode(), one.licenceFrom(), one.licenceUntil(), one.address());
    }
}
