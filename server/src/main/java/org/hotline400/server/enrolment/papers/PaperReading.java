package org.hotline400.server.enrolment.papers;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.papers.hints.PaperHint;
import org.hotline400.server.enrolment.papers.hints.PaperHints;
import org.hotline400.server.enrolment.papers.preview.PaperPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at papers that nobody has looked at. Which ones these are is in their rows: so nothing is forgotten
/// when a server ends, and there is no queue that could overflow.
final class PaperReading {
    private static final Logger LOG = LoggerFactory.getLogger(PaperReading.class);
    /// What was begun before and is not done is left by a server that ended.
    private static final Duration LEFT = Duration.ofMinutes(5);
    /// A file that no server survived is left alone.
    private static final int MOST_ATTEMPTS = 3;

    private final Transactions transactions;
    private final PaperRows rows;
    private final PaperFiles files;
    private final Applications applications;
    private final PaperHints hints;
    private final Clock clock;

    PaperReading(
            Transactions transactions,
            PaperRows rows,
            PaperFiles files,
            Applications applications,
            PaperHints hints,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.files = files;
        this.applications = applications;
        this.hints = hints;
        this.clock = clock;
    }

    /// Looks at one.
    ///
    /// @return false when there was none
    boolean readOne() {
        Instant now = clock.instant();
        Optional<Paper> paper = transactions.asOperator(() -> rows.takeUnread(now, now.minus(LEFT)));
        paper.ifPresent(this::read);
        return paper.isPresent();
    }

    private void read(Paper paper) {
        boolean tried = transactions.asOperator(() -> rows.attempts(paper.id())) > MOST_ATTEMPTS;
        Optional<BufferedImage> page = tried ? Optional.empty() : firstPage(paper);
        if (page.isEmpty()) {
            note(paper, Paper.HintsState.FAILED, List.of());
            return;
        }
        int longest = Math.max(paper.width(), paper.height());
        var look = new PaperHints.Look(paper.kind(), page.get(), longest, form(paper));
        note(paper, Paper.HintsState.DONE, hints.look(look));
    }

    private void note(Paper paper, Paper.HintsState state, List<PaperHint> found) {
        transactions.asOperator(() -> rows.note(paper.id(), state, found, clock.instant()));
    }

    private Optional<BufferedImage> firstPage(Paper paper) {
        var drawn = files.work().run("paper-reading", isLate -> draw(paper, isLate));
        return switch (drawn) {
            case BoundedWork.Result.Finished<BufferedImage>(BufferedImage page) -> Optional.of(page);
            case BoundedWork.Result.Failed<BufferedImage>(Throwable why) -> {
                LOG.info("paper {} cannot be looked at: {}", paper.id(), String.valueOf(why));
                yield Optional.empty();
            }
            case BoundedWork.Result.Late<BufferedImage> _ -> Optional.empty();
            case BoundedWork.Result.Busy<BufferedImage> _ -> Optional.empty();
        };
    }

    private BufferedImage draw(Paper paper, BooleanSupplier isLate) throws IOException {
        return PaperPicture.draw(paper.type(), files.read(paper), 1, PaperHints.LONGEST, isLate);
    }

    private Form form(Paper paper) {
        return applications
                .find(paper.application(), ApplicationActor.platform("reads a paper"))
                .map(Application::form)
                .orElse(Form.EMPTY);
    }
}
