package org.hotline400.server.enrolment.form;

import java.util.Optional;

/// Shows persons so that they recognise themselves and nobody else learns who they are.
public final class FormMask {
    private static final int MOBILE = 11;

    private FormMask() {}

    public static Form mask(Form form) {
        return new Form(
                form.entity(),
                form.trade(),
                form.company(),
                mask(form.legalRepresentative()),
                mask(form.handler()),
                form.choice());
    }

    public static Form.Person mask(Form.Person person) {
        return new Form.Person(
                person.name().map(FormMask::name),
                person.document(),
                person.number().map(FormMask::number),
                person.until(),
                person.mobile().map(FormMask::mobile),
                person.mail().map(FormMask::mail));
    }

    /// Whether a field still says what its mask says: it was sent back as it was shown.
    static Optional<String> unmask(Optional<String> sent, Optional<String> stored, Optional<String> masked) {
        return sent.isPresent() && sent.equals(masked) ? stored : sent;
    }

    /// What was sent, with the stored text in each field that came back masked as it was shown: whoever sees a
    /// mask can send the whole form back without knowing what is behind it.
    public static Form unmask(Form sent, Form stored) {
        return new Form(
                sent.entity(),
                sent.trade(),
                sent.company(),
                unmask(sent.legalRepresentative(), stored.legalRepresentative()),
                unmask(sent.handler(), stored.handler()),
                sent.choice());
    }

    private static Form.Person unmask(Form.Person sent, Form.Person stored) {
        var shown = mask(stored);
        return new Form.Person(
                unmask(sent.name(), stored.name(), shown.name()),
                sent.document(),
                unmask(sent.number(), stored.number(), shown.number()),
                sent.until(),
                unmask(sent.mobile(), stored.mobile(), shown.mobile()),
                unmask(sent.mail(), stored.mail(), shown.mail()));
    }

    /// `张**`: the family name, in most cases.
    public static String name(String name) {
        var first = name.codePointAt(0);
        return Character.toString(first) + "*".repeat(Math.max(1, name.codePointCount(0, name.length()) - 1));
    }

    /// `3****************X`: first and last character.
    public static String number(String number) {
        var length = number.length();
        return length < 3 ? "*".repeat(length) : number.charAt(0) + "*".repeat(length - 2) + number.charAt(length - 1);
    }

    /// `138****0001`.
    public static String mobile(String mobile) {
        return mobile.length() == MOBILE
                ? mobile.substring(0, 3) + "****" + mobile.substring(MOBILE - 4)
                : number(mobile);
    }

    /// `z***@example.com`.
    public static String mail(String mail) {
        var at = mail.indexOf('@');
        return at < 1 ? number(mail) : mail.charAt(0) + "***" + mail.substring(at);
    }
}
