package org.hotline400.server.enrolment.internal;

import java.time.Instant;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberChange;
import org.springframework.stereotype.Component;

/// Reserves the number of an application, and lets go of it. Every method runs in the caller's transaction,
/// which acts for the operator.
@Component
public class NumberPromise {
    private final HotlineNumbers numbers;
    private final ApplicationRows rows;

    public NumberPromise(HotlineNumbers numbers, ApplicationRows rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    /// What became of a reservation.
    sealed interface Answer {
        /// @param until the deadline for papers
        record Reserved(HotlineNumber number, Instant until) implements Answer {}

        record Gone(String code, String english, String chinese) implements Answer {}
    }

    /// Reserves a number that the tenant has in its cart, has reserved already, or that anybody could take now.
    Answer reserve(HotlineNumber number, Application application, ApplicationActor actor) {
        if (isPromisedToAnother(number, application)) {
            return takenByOther();
        }
        var by = actorOf(application, actor);
        // For the tenant even where the operator acts: what is not on sale or in another cart stays where it is.
        return switch (numbers.hold(number, application.tenant(), by)) {
            case NumberChange.Done _, NumberChange.AsBefore _, NumberChange.Impossible _ ->
                reserved(numbers.reserve(number, application.tenant(), by), number, application);
            case NumberChange.AlreadyHeld _ -> alreadyHeld();
            case NumberChange.NotOnSale _ ->
                new Answer.Gone("numbers.not-on-sale", "This number is not on sale.", "该号码不在售，请另选。");
            case NumberChange.HoldLimit(int most) -> holdLimit(most);
            case NumberChange.NotAvailable _,
                    NumberChange.Unknown _,
                    NumberChange.NotHolder _,
                    NumberChange.NoSuchTenant _,
                    NumberChange.NoSuccessor _ -> notAvailable();
        };
    }

    private Answer reserved(NumberChange change, HotlineNumber number, Application application) {
        return switch (change) {
            case NumberChange.Done(var one) ->
                new Answer.Reserved(number, one.until().orElseThrow());
            // Two applications of one tenant at once: the number's lock has let the other one through first.
            case NumberChange.AsBefore(var one) ->
                isPromisedToAnother(number, application)
                        ? takenByOther()
                        : new Answer.Reserved(number, one.until().orElseThrow());
            case NumberChange.AlreadyHeld _ -> alreadyHeld();
            case NumberChange.NotAvailable _,
                    NumberChange.Impossible _,
                    NumberChange.Unknown _,
                    NumberChange.NotOnSale _,
                    NumberChange.HoldLimit _,
                    NumberChange.NotHolder _,
                    NumberChange.NoSuchTenant _,
                    NumberChange.NoSuccessor _ -> notAvailable();
        };
    }

    private boolean isPromisedToAnother(HotlineNumber number, Application application) {
        return rows.promisedTo(number)
                .filter(other -> !other.equals(application.id()))
                .isPresent();
    }

    private static Answer alreadyHeld() {
        return new Answer.Gone(
                "numbers.already-held", "Somebody else was faster: he holds this number.", "该号码已被他人选中，请另选。");
    }

    private static Answer notAvailable() {
        return new Answer.Gone("numbers.not-available", "This number is taken, or still rests.", "该号码已被使用或尚在冷冻期，请另选。");
    }

    private static Answer takenByOther() {
        return new Answer.Gone(
                "applications.number-applied-for",
                "Another application for this number is under way: choose another number.",
                "该号码已有另一份申请在办理中，请另选。");
    }

    private static Answer holdLimit(int most) {
        return new Answer.Gone(
                "numbers.hold-limit",
                "You hold " + most + " numbers, and no more at once: take one out of the cart.",
                "您已选中 " + most + " 个号码，达到上限，请先释放一个。");
    }

    /// Lets go of a reservation, where it still is this application's.
    void release(HotlineNumber number, Application application, ApplicationActor actor) {
        if (!isPromisedToAnother(number, application)) {
            // Not there any more when it ran out: then there is nothing to let go of.
            numbers.releaseReservation(number, actorOf(application, actor));
        }
    }

    /// Whether the number is still reserved for this application.
    boolean holds(HotlineNumber number, Application application) {
        return numbers.find(number)
                .filter(one -> one.tenant().equals(application.tenant()))
                .filter(one -> one.until().equals(application.lapsesAt()))
                .isPresent();
    }

    private static Actor actorOf(Application application, ApplicationActor actor) {
        return new Actor(application.tenant(), actor.name(), "application " + application.id());
    }
}
