package org.hotline400.server.enrolment.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The fields of a form by their paths, in the order in which they are filled in.
public final class FormFields {
    private static final Map<String, Function<Form, Object>> ALL = all();

    /// May be left empty for good.
    private static final Set<String> OPTIONAL =
            Set.of("company.licenceFrom", "legalRepresentative.mobile", "legalRepresentative.mail");

    private FormFields() {}

    private static Map<String, Function<Form, Object>> all() {
        var fields = new LinkedHashMap<String, Function<Form, Object>>();
        fields.put("entity", Form::entity);
        fields.put("trade", Form::trade);
        fields.put("company.name", form -> form.company().name());
        fields.put("company.creditCode", form -> form.company().creditCode());
        fields.put("company.licenceFrom", form -> form.company().licenceFrom());
        fields.put("company.licenceUntil", form -> form.company().licenceUntil());
        fields.put("company.address", form -> form.company().address());
        person(fields, "legalRepresentative", Form::legalRepresentative);
        person(fields, "handler", Form::handler);
        fields.put("choice.number", form -> form.choice().number());
        fields.put("choice.tariff", form -> form.choice().tariff());
        fields.put("choice.termMonths", form -> form.choice().termMonths());
        fields.put("choice.purpose", form -> form.choice().purpose());
        fields.put("choice.forwardTo", form -> form.choice().forwardTo());
        return fields;
    }

    private static void person(
            Map<String, Function<Form, Object>> fields, String name, Function<Form, Form.Person> person) {
        fields.put(name + ".name", person.andThen(Form.Person::name));
        fields.put(name + ".document", person.andThen(Form.Person::document));
        fields.put(name + ".number", person.andThen(Form.Person::number));
        fields.put(name + ".until", person.andThen(Form.Person::until));
        fields.put(name + ".mobile", person.andThen(Form.Person::mobile));
        fields.put(name + ".mail", person.andThen(Form.Person::mail));
    }

    /// The paths of all fields.
    public static Set<String> paths() {
        return ALL.keySet();
    }

    /// The fields that must be there before an application can be handed in, and are not.
    public static List<String> missing(Form form) {
        return ALL.entrySet().stream()
                .filter(field -> !OPTIONAL.contains(field.getKey()))
                .filter(field -> isEmpty(field.getValue().apply(form)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isEmpty(Object value) {
        return value.equals(Optional.empty()) || value.equals(List.of());
    }

    /// The fields in which two forms differ.
    public static List<String> differing(Form one, Form other) {
        var paths = new ArrayList<String>();
        ALL.forEach((path, field) -> {
            if (!Objects.equals(field.apply(one), field.apply(other))) {
                paths.add(path);
            }
        });
        return paths;
    }
}
