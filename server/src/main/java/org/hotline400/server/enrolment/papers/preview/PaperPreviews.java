package org.hotline400.server.enrolment.papers.preview;

import java.io.InputStream;
import org.hotline400.server.enrolment.papers.BoundedWork;
import org.hotline400.server.enrolment.papers.Paper;
import org.hotline400.server.enrolment.papers.Papers;

/// Pictures of papers for people who may look at them, each with the mark of who looks.
public final class PaperPreviews {
    /// Pixels of the longer side.
    public static final int LONGEST = 1_600;

    private final Papers papers;
    private final BoundedWork work;

    public PaperPreviews(Papers papers, BoundedWork work) {
        this.papers = papers;
        this.work = work;
    }

    /// @param page 1 to the paper's pages
    /// @return a JPEG
    public BoundedWork.Result<byte[]> show(Paper paper, int page, Watermark mark) {
        return work.run("paper-preview", isLate -> {
            try (InputStream content = papers.open(paper)) {
                var picture = PaperPicture.draw(paper.type(), content.readAllBytes(), page, LONGEST, isLate);
                mark.stamp(picture);
                return PaperPicture.jpeg(picture);
            }
        });
    }
}
