package org.hotline400.server.enrolment;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.form.Form;

/// What a made-up applicant writes into his form; every number is clearly fake.
public final class Applicant {
    public static final String COMPANY = "某某母婴用品有限公司";
    public static final String MAIL = "handler@example.com";
    public static final String MOBILE = "13900139000";
    public static final String ID_NUMBER = "11010119900307061X";

    private Applicant() {}

    public static Form form(String number) {
        return new Form(
                Optional.of("enterprise"),
                Optional.of("general"),
                new Form.Company(
                        Optional.of(COMPANY),
                        Optional.of("91110000000000000X"),
                        Optional.of("2020-01-01"),
                        Optional.of("长期"),
                        Optional.of("北京市某区某路 1 号")),
                person("张三丰", "13800138000", "boss@example.com"),
                person("李四", MOBILE, MAIL),
                new Form.Choice(
                        Optional.of(number),
                        Optional.of("basic"),
                        Optional.of(12),
                        Optional.of("母婴用品售前售后咨询"),
                        List.of("13700137000")));
    }

    private static Form.Person person(String name, String mobile, String mail) {
        return new Form.Person(
                Optional.of(name),
                Optional.of("id-card"),
                Optional.of(ID_NUMBER),
                Optional.of("长期"),
                Optional.of(mobile),
                Optional.of(mail));
    }
}
