package org.hotline400.server.enrolment.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue of reasons, in the order in which reviewers see them.
@Component
public class ReviewReasons {
    private static final String FILE = "enrolment/review-reasons.json";

    private final List<ReviewReason> all;

    /// @throws IllegalArgumentException when the catalogue has a fault
    public ReviewReasons() {
        this.all = List.copyOf(read().reasons());
        var codes = new HashSet<String>();
        all.forEach(reason -> {
            if (!codes.add(reason.code())) {
                throw new IllegalArgumentException("two reasons have the code " + reason.code());
            }
        });
    }

    record Catalogue(String note, List<ReviewReason> reasons) {}

    private static Catalogue read() {
        try (var resource = new ClassPathResource(FILE).getInputStream()) {
            return JsonMapper.builder().build().readValue(resource, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + FILE, e);
        }
    }

    public List<ReviewReason> all() {
        return all;
    }

    public Optional<ReviewReason> find(String code) {
        return all.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
