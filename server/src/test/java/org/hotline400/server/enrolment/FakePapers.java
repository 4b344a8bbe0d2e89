package org.hotline400.server.enrolment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/// Papers that are there because a test says so.
@TestComponent
@Primary
public final class FakePapers implements ApplicationPapers {
    private final Map<ApplicationId, Map<PaperKind, Instant>> papers = new ConcurrentHashMap<>();

    /// Puts such a paper into an application, or a newer one.
    public void put(ApplicationId application, PaperKind... kinds) {
        papers.compute(application, (_, before) -> {
            var now = before == null ? new EnumMap<PaperKind, Instant>(PaperKind.class) : new EnumMap<>(before);
            for (var kind : kinds) {
                now.put(kind, Instant.now());
            }
            return now;
        });
    }

    /// Puts in what every enterprise shows.
    public void putUsual(ApplicationId application) {
        put(
                application,
                PaperKind.BUSINESS_LICENCE,
                PaperKind.LEGAL_REPRESENTATIVE_ID,
                PaperKind.HANDLER_ID,
                PaperKind.APPLICATION_FORM);
    }

    @Override
    public Set<PaperKind> present(ApplicationId application) {
        return papers.getOrDefault(application, Map.of()).keySet();
    }

    @Override
    public Set<PaperKind> renewed(ApplicationId application, Instant since) {
        return papers.getOrDefault(application, Map.of()).entrySet().stream()
                .filter(paper -> paper.getValue().isAfter(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
