package org.hotline400.server.enrolment.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.Fingerprints;
import org.hotline400.server.vault.TenantSeal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes a form apart into what may lie open, and persons, which are sealed; and puts it together again.
@Component
public class FormSeal {
    private static final JsonMapper JSON = new JsonMapper();

    private final TenantSeal seal;
    private final Fingerprints fingerprints;

    public FormSeal(@Lazy TenantSeal seal, @Lazy Fingerprints fingerprints) {
        this.seal = seal;
        this.fingerprints = fingerprints;
    }

    private record Persons(Form.Person legalRepresentative, Form.Person handler) {}

    private record Open(Optional<String> entity, Optional<String> trade, Form.Company company, Form.Choice choice) {}

    static String open(Form form) {
        return JSON.writeValueAsString(new Open(form.entity(), form.trade(), form.company(), form.choice()));
    }

    /// A form without persons.
    static Form read(String open) {
        var parts = JSON.readValue(open, Open.class);
        return new Form(
                parts.entity(), parts.trade(), parts.company(), Form.Person.EMPTY, Form.Person.EMPTY, parts.choice());
    }

    SealedPersons close(TenantId tenant, ApplicationId id, Form form) {
        var persons = JSON.writeValueAsBytes(new Persons(form.legalRepresentative(), form.handler()));
        return new SealedPersons(seal.close(tenant, persons, context(id)));
    }

    /// The application with its persons in clear.
    public StoredApplication open(StoredApplication stored) {
        var application = stored.application();
        var whole =
                stored.persons().map(closed -> withPersons(application, closed)).orElse(application);
        return stored.with(whole);
    }

    private Application withPersons(Application one, SealedPersons sealed) {
        var clear = seal.open(one.tenant(), sealed.bytes(), context(one.id()));
        var persons = JSON.readValue(new String(clear, StandardCharsets.UTF_8), Persons.class);
        var form = one.form();
        return new Application(
                one.id(),
                one.tenant(),
                one.version(),
                one.state(),
                one.intake(),
                one.policy(),
                new Form(
                        form.entity(),
                        form.trade(),
                        form.company(),
                        persons.legalRepresentative(),
                        persons.handler(),
                        form.choice()),
                one.findings(),
                one.reviewer(),
                one.approvals(),
                one.createdAt(),
                one.submittedAt(),
                one.dueAt(),
                one.lapsesAt(),
                one.paidAt());
    }

    private static String context(ApplicationId id) {
        return "application " + id;
    }

    Optional<byte[]> creditCode(Form form) {
        return form.company().creditCode().map(this::ofCreditCode);
    }

    /// Of the identity documents of both persons.
    List<byte[]> documents(Form form) {
        return Stream.of(form.legalRepresentative(), form.handler())
                .flatMap(person -> person.number().stream())
                .distinct()
                .map(this::ofDocument)
                .toList();
    }

    byte[] ofCreditCode(String code) {
        return fingerprints.of("credit code", code);
    }

    /// Whatever kind of document it is: numbers of different kinds look different.
    byte[] ofDocument(String number) {
        return fingerprints.of("identity document", number);
    }
}
