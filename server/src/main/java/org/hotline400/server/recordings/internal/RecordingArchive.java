package org.hotline400.server.recordings.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingState;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// What people do with finished recordings: find, listen, hold, delete. Each look at the audio leaves a line in the
/// access log first.
@Service
public class RecordingArchive {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingArchive.class);
    private static final Scope READ = Scope.read("recordings");
    private static final Scope WRITE = Scope.write("recordings");
    private static final Problem UNKNOWN =
            Problem.notFound("recordings.unknown", "There is no such recording.", "没有这条录音。");
    private static final Problem DELETED = new Problem(
            410, "recordings.deleted", "This recording was deleted; see its deletion certificate.", "该录音已删除，请查看删除证明。");
    private static final Problem HELD = Problem.conflict(
            "recordings.held", "This recording is under legal hold; release it first.", "该录音处于法定保全状态，请先解除。");
    private static final Problem ELSEWHERE = Problem.conflict(
            "recordings.elsewhere",
            "The file of this recording is not on this node; delete it where it is kept.",
            "录音文件不在本节点，请在保存该文件的节点上删除。");
    private static final Problem DAMAGED =
            new Problem(500, "recordings.damaged", "The file of this recording is missing or damaged.", "录音文件缺失或损坏。");

    private final RecordingRows rows;
    private final AccessLog log;
    private final Deletions deletions;
    private final RecordingFolder folder;
    private final Transactions transactions;

    RecordingArchive(
            RecordingRows rows, AccessLog log, Deletions deletions, RecordingFolder folder, Transactions transactions) {
        this.rows = rows;
        this.log = log;
        this.deletions = deletions;
        this.folder = folder;
        this.transactions = transactions;
    }

    /// Newest first.
    public Page<RecordingSummary> list(Caller caller, RecordingFilter filter, int limit) {
        caller.require(READ);
        List<RecordingSummary> found = caller.see(transactions, () -> rows.list(filter, limit + 1));
        return Page.of(found, limit, last -> RecordingFilter.Place.of(last).toString());
    }

    /// @throws ProblemException when the caller has no such recording
    public RecordingSummary find(Caller caller, RecordingId id) {
        caller.require(READ);
        return caller.see(transactions, () -> rows.find(id).orElseThrow(() -> new ProblemException(UNKNOWN)));
    }

    /// The one recording that stands for a call: its conversation before a voicemail, one that is there before one
    /// that was deleted.
    ///
    /// @throws ProblemException when the call has none
    public RecordingSummary ofCall(Caller caller, CallId call) {
        caller.require(READ);
        return caller.see(transactions, () -> rows.ofCall(call)).stream()
                .min(Comparator.<RecordingSummary, Boolean>comparing(one -> one.state() == RecordingState.DELETED)
                        .thenComparing(one -> one.kind() != RecordingKind.CONVERSATION))
                .orElseThrow(() -> new ProblemException(UNKNOWN, "this call has no recording"));
    }

    /// Opens the audio; the caller closes it.
    ///
    /// @param address where the request came from
    /// @param detail what is listened to, for the access log
    /// @throws ProblemException when it was deleted or cannot be read
    public WavAudio listen(Caller caller, RecordingSummary recording, Channel channel, String address, String detail) {
        caller.require(READ);
        requireThere(recording);
        WavAudio audio = open(recording, channel);
        try {
            return caller.see(transactions, () -> {
                log.add(recording, actor(caller, address), AccessLog.Action.LISTEN, detail);
                return audio;
            });
        } catch (RuntimeException e) {
            close(audio, e);
            throw e;
        }
    }

    private static void close(Closeable opened, Exception why) {
        try {
            opened.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /// Opens the audio without a line in the log; for whoever writes one of its own, or only wants its size.
    ///
    /// @throws ProblemException when it cannot be read
    public WavAudio open(RecordingSummary recording, Channel channel) {
        requireThere(recording);
        try {
            RecordingFile file =
                    folder.read(RecordingFolder.nameOf(recording.tenant(), recording.startedAt(), recording.id()));
            return new WavAudio(file, channel);
        } catch (IOException e) {
            LOG.error("recording {} cannot be read: {}", recording.id(), e.getMessage());
            throw new ProblemException(DAMAGED);
        }
    }

    /// Deletes for good.
    ///
    /// @throws ProblemException when it is held, was deleted before, or its file is not on this node
    public DeletionCertificate delete(Caller caller, RecordingId id, String reason, String address) {
        caller.require(WRITE);
        RecordingSummary recording = find(caller, id);
        requireThere(recording);
        if (recording.legalHold()) {
            throw new ProblemException(HELD);
        }
        if (!delete(recording, actor(caller, address), reason)) {
            requireThere(find(caller, id));
            throw new ProblemException(HELD);
        }
        return certificate(caller, id);
    }

    private boolean delete(RecordingSummary recording, AccessLog.Actor actor, String reason) {
        try {
            return deletions.delete(recording, actor, reason);
        } catch (FileNotHereException e) {
            LOG.error("cannot delete recording {}: {}", recording.id(), e.getMessage());
            throw new ProblemException(ELSEWHERE);
        }
    }

    /// @throws ProblemException when it was not deleted
    public DeletionCertificate certificate(Caller caller, RecordingId id) {
        caller.require(READ);
        return caller.see(
                transactions,
                () -> deletions
                        .certificate(id)
                        .orElseThrow(() -> new ProblemException(UNKNOWN, "no such recording was deleted")));
    }

    /// Keeps a recording beyond its time, or ends that.
    public RecordingSummary hold(Caller caller, RecordingId id, boolean held, String address) {
        caller.require(WRITE);
        RecordingSummary recording = find(caller, id);
        requireThere(recording);
        AccessLog.Action action = held ? AccessLog.Action.HOLD : AccessLog.Action.RELEASE;
        return caller.see(transactions, () -> {
            log.add(recording, actor(caller, address), action, "");
            if (!rows.hold(id, held)) {
                throw new ProblemException(DELETED);
            }
            return rows.find(id).orElseThrow();
        });
    }

    private static void requireThere(RecordingSummary recording) {
        if (recording.state() == RecordingState.DELETED) {
            throw new ProblemException(DELETED);
        }
    }

    static AccessLog.Actor actor(Caller caller, String address) {
        return new AccessLog.Actor(caller.principal(), caller.name(), address);
    }
}
