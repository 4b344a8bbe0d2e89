package org.hotline400.server.enrolment.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationPapers;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.internal.ApplicationRows;
import org.hotline400.server.enrolment.internal.StoredApplication;
import org.hotline400.server.enrolment.papers.inspection.Inspection;
import org.hotline400.server.enrolment.papers.inspection.PaperFault;
import org.hotline400.server.enrolment.papers.inspection.PaperInspection;
import org.hotline400.server.vault.Fingerprints;

/// The papers of applications. A file is in the store before its row says so and leaves it after its row: what
/// a crash leaves between the two belongs to nobody and is swept. An application that the actor does not see
/// has no papers.
public class Papers implements ApplicationPapers {
    /// Of one application, replaced ones included.
    public static final int MOST_FILES = 100;

    private final Transactions transactions;
    private final ApplicationRows applications;
    private final PaperRows rows;
    private final PaperFiles files;
    private final Fingerprints fingerprints;
    private final Clock clock;

    Papers(
            Transactions transactions,
            ApplicationRows applications,
            PaperRows rows,
            PaperFiles files,
            Fingerprints fingerprints,
            Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.rows = rows;
        this.files = files;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /// Takes in a file, whole or not at all. It takes the place of the one that stands there, which is kept
    /// until the application is over.
    ///
    /// @param body read up to one byte more than allowed; not closed
    /// @throws IOException when it breaks off; nothing is left then
    public PaperChange put(ApplicationId id, PaperPlace place, InputStream body, ApplicationActor actor)
            throws IOException {
        Optional<PaperChange> obstacle = transactions.asOperator(() -> obstacle(applications.find(id), place, actor));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        try (PaperFiles.Incoming file = files.receive(body)) {
            if (file.bytes() > PaperInspection.MOST_BYTES) {
                return new PaperChange.Refused(EnumSet.of(PaperFault.TOO_LARGE));
            }
            return inspected(id, place, file, actor);
        }
    }

    private PaperChange inspected(ApplicationId id, PaperPlace place, PaperFiles.Incoming file, ApplicationActor actor)
            throws IOException {
        Optional<Inspection> inspection = files.inspect(file);
        if (inspection.isEmpty()) {
            return new PaperChange.Busy();
        }
        return switch (inspection.get()) {
            case Inspection.Refused(Set<PaperFault> faults) -> new PaperChange.Refused(faults);
            case Inspection.Accepted accepted -> keep(id, place, file, accepted, actor);
        };
    }

    private PaperChange keep(
            ApplicationId id,
            PaperPlace place,
            PaperFiles.Incoming file,
            Inspection.Accepted accepted,
            ApplicationActor actor)
            throws IOException {
        Optional<StoredApplication> stored = transactions.asOperator(() -> applications.find(id));
        if (stored.isEmpty()) {
            return new PaperChange.NoApplication();
        }
        Paper paper = paper(stored.get().application(), place, file, accepted, actor);
        files.keep(paper.tenant(), paper.id(), file);
        PaperChange change = new PaperChange.Busy();
        try {
            change = transactions.asOperator(() -> add(paper, actor));
        } finally {
            if (!(change instanceof PaperChange.Done)) {
                files.shred(paper.blob());
            }
        }
        return change;
    }

    private Paper paper(
            Application application,
            PaperPlace place,
            PaperFiles.Incoming file,
            Inspection.Accepted accepted,
            ApplicationActor actor) {
        return new Paper(
                PaperId.next(),
                application.tenant(),
                application.id(),
                place,
                accepted.type(),
                accepted.pages(),
                accepted.width(),
                accepted.height(),
                (int) file.bytes(),
                file.sha256(),
                clock.instant(),
                actor.name(),
                Optional.empty(),
                Optional.empty(),
                Paper.HintsState.WAITING,
                List.of());
    }

    /// With the application locked, so that it is not handed in meanwhile.
    private PaperChange add(Paper paper, ApplicationActor actor) {
        var obstacle = obstacle(applications.lock(paper.application()), paper.place(), actor);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Optional<Paper> before = rows.counting(paper.application(), paper.place());
        if (before.isPresent() && before.get().sha256().equals(paper.sha256())) {
            return new PaperChange.AsBefore(before.get());
        }
        if (rows.count(paper.application()) >= MOST_FILES) {
            return new PaperChange.TooMany(MOST_FILES);
        }
        before.ifPresent(one -> rows.end(one.id(), paper.uploadedAt()));
        rows.add(paper, actor.principal(), fingerprints.of("paper", paper.sha256()));
        return new PaperChange.Done(paper);
    }

    /// What keeps the actor from changing this paper now.
    private static Optional<PaperChange> obstacle(
            Optional<StoredApplication> stored, PaperPlace place, ApplicationActor actor) {
        Optional<Application> seen = stored.map(StoredApplication::application).filter(actor::sees);
        if (seen.isEmpty()) {
            return Optional.of(new PaperChange.NoApplication());
        }
        Application application = seen.get();
        if (!application.state().isEditable()) {
            return Optional.of(new PaperChange.Closed(application));
        }
        return isAsked(application, place.kind())
                ? Optional.empty()
                : Optional.of(new PaperChange.NotAsked(application));
    }

    private static boolean isAsked(Application application, PaperKind kind) {
        return application.state() == ApplicationState.DRAFT
                || application.findings().stream()
                        .filter(Finding::isAboutPaper)
                        .anyMatch(finding -> finding.subject().equals("papers." + kind.code()));
    }

    /// Takes a file back; it is kept until the application is over.
    public PaperChange remove(ApplicationId id, PaperPlace place, ApplicationActor actor) {
        return transactions.asOperator(() -> {
            var obstacle = obstacle(applications.lock(id), place, actor);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            Optional<Paper> paper = rows.counting(id, place);
            paper.ifPresent(one -> rows.end(one.id(), clock.instant()));
            return paper.<PaperChange>map(PaperChange.Done::new).orElseGet(PaperChange.NoPaper::new);
        });
    }

    /// All that came, by kind and place, the one that counts first.
    ///
    /// @return empty when the actor sees no such application
    public Optional<List<Paper>> list(ApplicationId id, ApplicationActor actor) {
        return transactions.asOperator(() -> isSeen(id, actor) ? Optional.of(rows.of(id)) : Optional.empty());
    }

    /// One whose file is still there.
    public Optional<Paper> find(ApplicationId id, PaperId paper, ApplicationActor actor) {
        return transactions.asOperator(() -> isSeen(id, actor)
                ? rows.find(paper)
                        .filter(one ->
                                one.application().equals(id) && one.shreddedAt().isEmpty())
                : Optional.empty());
    }

    private boolean isSeen(ApplicationId id, ApplicationActor actor) {
        return applications
                .find(id)
                .map(StoredApplication::application)
                .filter(actor::sees)
                .isPresent();
    }

    /// The file in clear, as it was sent.
    ///
    /// @throws java.nio.file.NoSuchFileException when it was deleted
    public InputStream open(Paper paper) throws IOException {
        return files.open(paper);
    }

    @Override
    public Set<PaperKind> present(ApplicationId application) {
        return rows.kinds(application, Instant.EPOCH);
    }

    @Override
    public Set<PaperKind> renewed(ApplicationId application, Instant since) {
        return rows.kinds(application, since);
    }

    /// The kinds of which the very same file was sent by another enterprise, too.
    public Set<PaperKind> usedElsewhere(ApplicationId application) {
        return transactions.asOperator(
                () -> rows.usedElsewhere(application).stream().map(Paper::kind).collect(Collectors.toSet()));
    }

    /// Deletes all files of an application for good, when their time is over. May be called again after a
    /// failure.
    ///
    /// @return how many there were
    public int shredAll(ApplicationId application) {
        List<Paper> left = transactions.asOperator(() -> rows.of(application)).stream()
                .filter(paper -> paper.shreddedAt().isEmpty())
                .toList();
        left.forEach(this::shred);
        return left.size();
    }

    /// First the row, so that nobody is shown a file that is half gone; a file without a row is swept.
    void shred(Paper paper) {
        transactions.asOperator(() -> rows.markShredded(paper.id(), clock.instant()));
        try {
            files.shred(paper.blob());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
