package org.hotline400.sip.internal.dialog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSessions;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.internal.transaction.Surroundings;
import org.hotline400.sip.internal.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/// What legs share: the way to send, the clock, the loop to run on, and the table of living dialogs.
public final class Endpoint {

    private final Surroundings surroundings;
    private final SipSessions sessions;
    private final Requests requests;
    private final Executor loop;
    private final Executor sureLoop;
    private final Map<String, InDialog> byTag = new HashMap<>();

    private volatile boolean closed;
    private Runnable quiet = () -> {};
    private BiConsumer<Inbound, SipReply> answered = (inbound, reply) -> {};
    private Consumer<SipSource> proved = source -> {};

    /// @param sureLoop the same loop, which takes a command however busy it is
    public Endpoint(
            Surroundings surroundings, SipSessions sessions, Requests requests, Executor loop, Executor sureLoop) {
        this.surroundings = surroundings;
        this.sessions = sessions;
        this.requests = requests;
        this.loop = loop;
        this.sureLoop = sureLoop;
        requests.heirs(written -> Latecomers.read(this, written));
    }

    Surroundings surroundings() {
        return surroundings;
    }

    SipSessions sessions() {
        return sessions;
    }

    public Requests requests() {
        return requests;
    }

    /// Runs a leg's verb on the loop. On a closed stack every leg has ended, so it does nothing.
    ///
    /// @throws RejectedExecutionException when the loop is overloaded
    void post(Runnable verb) {
        post(loop, verb);
    }

    /// The same for the last verb of a leg, which is not said a second time.
    void postLast(Runnable verb) {
        post(sureLoop, verb);
    }

    private void post(Executor to, Runnable verb) {
        try {
            to.execute(verb);
        } catch (RejectedExecutionException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    Executor loop() {
        return loop;
    }

    /// Whether the stack has ended all legs for good.
    boolean closed() {
        return closed;
    }

    void add(String tag, InDialog leg) {
        byTag.put(tag, leg);
    }

    void remove(String tag) {
        byTag.remove(tag);
        if (byTag.isEmpty()) {
            quiet.run();
        }
    }

    /// Runs `task` as soon as no leg is left.
    public void whenNoLegs(Runnable task) {
        quiet = task;
        if (byTag.isEmpty()) {
            task.run();
        }
    }

    /// Hears how the application finally answered each call whose caller proved nothing.
    public void whenAnswered(BiConsumer<Inbound, SipReply> listener) {
        answered = listener;
    }

    void answered(Inbound inbound, SipReply reply) {
        answered.accept(inbound, reply);
    }

    /// Hears where a call came from whose caller proved itself.
    public void whenProved(Consumer<SipSource> listener) {
        proved = listener;
    }

    void proved(SipSource source) {
        proved.accept(source);
    }

    /// Ends every leg that is left, with one BYE where a call was answered: the stack is about to close.
    public void abandonAll() {
        closed = true;
        all().forEach(InDialog::abandon);
    }

    /// Why an INVITE is refused before it becomes a leg: its session timer (RFC 4028 §9); empty when it is not.
    public Optional<SipReply> refusal(WireRequest invite) {
        return SessionTerms.refusal(invite, sessions);
    }

    /// The leg with this tag of ours, null when there is none.
    public @Nullable InDialog find(String tag) {
        return byTag.get(tag);
    }

    public int legs() {
        return byTag.size();
    }

    public Collection<InDialog> all() {
        return List.copyOf(byTag.values());
    }
}
