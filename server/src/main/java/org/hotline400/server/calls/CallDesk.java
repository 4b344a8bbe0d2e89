package org.hotline400.server.calls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotline400.server.calls.internal.Journal;
import org.hotline400.server.calls.internal.JournalFailedException;
import org.hotline400.server.calls.internal.NodeIdentity;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Takes every call that arrives here: journals it, leads it, journals its record.
@Component
class CallDesk implements PhoneCalls {
    private static final Logger log = LoggerFactory.getLogger(CallDesk.class);

    private final Reception reception;
    private final Journal journal;
    private final LiveCalls live;
    private final CallStories stories;
    private final Supplier<AreaCodes> areaCodes;
    private final String node;
    private final RefusalLimit refusals = new RefusalLimit();

    CallDesk(
            Reception reception,
            Journal journal,
            LiveCalls live,
            CallStories stories,
            ObjectProvider<AreaCodes> areaCodes,
            NodeIdentity node) {
        this.reception = reception;
        this.journal = journal;
        this.live = live;
        this.stories = stories;
        // Asked once, at the first call: the trunks stand above the calls, and are made after them.
        this.areaCodes = SingletonSupplier.of(() -> areaCodes.getIfAvailable(() -> trunk -> ""));
        this.node = node.id().toString();
    }

    @Override
    public void take(Phone phone) {
        try {
            lead(phone);
        } catch (JournalFailedException e) {
            log.error("call {} refused: {}", phone.call().id(), e.getMessage());
            hangUp(phone, HangUp.OVERLOADED);
        } catch (RuntimeException e) {
            log.error("call {} failed at the desk", phone.call().id(), e);
            hangUp(phone, HangUp.PLATFORM_FAILURE);
        }
    }

    private void lead(Phone phone) {
        var dialled = DialledNumber.parse(phone.call().dialledRaw());
        var listing = reception.identify(dialled);
        var whose = new CallNotes.Whose(Reception.holder(listing), dialled.orElse(null), caller(phone.call()));
        var story = new Story();
        var notes = new CallNotes(phone, whose, node, story);
        story.notes = notes;
        var asItBegan = notes.ifCutOffNow();
        journal.open(asItBegan);
        var ending = receive(phone, notes, listing);
        try {
            hangUp(phone, ending.cause());
        } finally {
            end(close(phone, notes, ending, asItBegan), story);
        }
    }

    /// A call that cannot be hung up any more, say because the signalling is overloaded, is over all the same.
    private static void hangUp(Phone phone, HangUp cause) {
        try {
            phone.hangUp(cause);
        } catch (RuntimeException e) {
            log.error("call {} cannot be hung up with {}", phone.call().id(), cause, e);
        }
    }

    private static CallRecord close(Phone phone, CallNotes notes, Ending ending, CallRecord asItBegan) {
        try {
            return notes.close(ending, phone.now());
        } catch (RuntimeException e) {
            log.error("the record of call {} says only how it began", asItBegan.id(), e);
            return asItBegan;
        }
    }

    private void end(CallRecord call, Story story) {
        try {
            journal.ended(call);
        } finally {
            story.accept(new CallEvent.Ended(call.id(), call.times().endedAt(), call));
        }
    }

    /// From here on the call has begun: whatever happens, it ends with a record.
    // Even an Error of the machine must not leave a caller in silence; it is logged and the call ended.
    private Ending receive(Phone phone, CallNotes notes, PlanDirectory.Listing listing) {
        try {
            notes.started();
            return reception.receive(phone, notes, listing);
        } catch (Throwable e) {
            log.error("call {} failed", phone.call().id(), e);
            return Ending.byPlatform(EndReason.PLATFORM_FAILURE, HangUp.PLATFORM_FAILURE);
        }
    }

    private CallerNumber caller(IncomingCall call) {
        return CallerNumber.of(call.callerRaw(), areaCodes.get().of(call.trunk()));
    }

    /// Of all that happens between its beginning and its end, what a bill would go by if the process died now.
    private static boolean isWorthTheJournal(CallEvent event, CallNotes notes) {
        return switch (event) {
            case CallEvent.Talking _ -> true;
            case CallEvent.Answered _ -> notes.isPaid();
            case CallEvent.StepWasTaken taken -> taken.step().why() == Why.TALK_OVER;
            case CallEvent.Started _,
                    CallEvent.Announcing _,
                    CallEvent.Dialling _,
                    CallEvent.AttemptEnded _,
                    CallEvent.LeavingMessage _,
                    CallEvent.Ended _ -> false;
        };
    }

    /// What is told of one call, and journalled where losing it would cost.
    private final class Story implements Consumer<CallEvent> {
        private @Nullable CallNotes notes;

        @Override
        public void accept(CallEvent event) {
            live.on(event);
            stories.on(event);
            if (notes != null && isWorthTheJournal(event, notes)) {
                journal.goesOn(notes.ifCutOffNow());
            }
        }
    }

    @Override
    public void refused(RefusedCall refused) {
        var call = refused.call();
        if (!refusals.allows(refused.source(), call.at())) {
            return;
        }
        var caller = CallerNumber.of(call.callerRaw(), "");
        journal.ended(new CallRecord(
                call.id(),
                TenantId.OPERATOR,
                DialledNumber.parse(call.dialledRaw()).map(Object::toString).orElse(call.dialledRaw()),
                caller,
                null,
                CallNotes.instant(call.at()),
                List.of(),
                List.of(),
                new CallRecord.End(refused.reason(), HangupSide.PLATFORM, refused.detail()),
                new CallRecord.Route(node, call.trunk(), call.sipCallId()),
                List.of()));
    }
}
