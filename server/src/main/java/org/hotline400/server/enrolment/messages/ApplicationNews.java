package org.hotline400.server.enrolment.messages;

import java.util.Optional;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationFact;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.payments.PaymentAsked;
import org.hotline400.server.enrolment.payments.RefundOwed;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.tariffs.Tariffs;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the applicant what happened to his application, in the transaction in which it happens.
@Component
public class ApplicationNews {
    /// After who may refuse it, and before who asks for money or owes some, which is told after this.
    private static final int EARLY = -500;

    private static final ApplicationActor PLATFORM = ApplicationActor.platform("a message");

    private final Messages messages;
    private final Applications applications;
    private final Tariffs tariffs;

    public ApplicationNews(Messages messages, Applications applications, Tariffs tariffs) {
        this.messages = messages;
        this.applications = applications;
        this.tariffs = tariffs;
    }

    @EventListener
    @Order(EARLY)
    void on(ApplicationFact fact) {
        application(fact.application()).ifPresent(one -> tell(one, kind(fact)));
    }

    private static MessageKind kind(ApplicationFact fact) {
        return switch (fact.event()) {
            case SUBMIT -> MessageKind.SUBMITTED;
            case PAY -> MessageKind.PAID;
            case TAKE -> MessageKind.IN_REVIEW;
            case RETURN -> MessageKind.RETURNED;
            case ASK_CORRECTION -> MessageKind.CORRECTION_ASKED;
            case REJECT -> MessageKind.REJECTED;
            case APPROVE -> MessageKind.APPROVED;
            case PROVISION -> MessageKind.PROVISIONED;
            case GO_LIVE -> MessageKind.LIVE;
            case WITHDRAW -> MessageKind.WITHDRAWN;
            case LAPSE -> MessageKind.LAPSED;
        };
    }

    @EventListener
    void on(PaymentAsked asked) {
        application(asked.application())
                .ifPresent(one -> messages.write(MessageOrder.to(
                        one,
                        MessageKind.PAYMENT_ASKED,
                        facts(one)
                                .with("amount", asked.amount().toString())
                                .with("reference", asked.reference())
                                .at("due", Optional.of(asked.due())))));
    }

    @EventListener
    void on(RefundOwed owed) {
        application(owed.application())
                .ifPresent(one -> messages.write(MessageOrder.to(
                        one,
                        MessageKind.REFUND_OWED,
                        facts(one).with("amount", owed.amount().toString()).with("reference", owed.reference()))));
    }

    /// Writes a message that needs no more than the application.
    void tell(Application application, MessageKind kind) {
        messages.write(MessageOrder.to(application, kind, facts(application)));
    }

    private Optional<Application> application(ApplicationId id) {
        return applications.find(id, PLATFORM);
    }

    private Facts facts(Application application) {
        var form = application.form();
        var facts = new Facts()
                .with("company", form.company().name())
                .with("number", form.choice().number().map(ApplicationNews::display))
                .with("purpose", form.choice().purpose())
                .with("application", application.id().toString())
                .at("answerBy", application.dueAt())
                .at("deadline", application.lapsesAt());
        form.choice()
                .tariff()
                .flatMap(tariffs::find)
                .ifPresent(tariff -> facts.with("tariff", tariff.chinese(), tariff.english()));
        if (application.isPaid()) {
            facts.with("refund", "您已支付的款项将原路退回。", "What you paid goes back to where it came from.");
        }
        return messages.findings(facts, application.findings());
    }

    private static String display(String digits) {
        try {
            return HotlineNumber.parse(digits).display();
        } catch (IllegalArgumentException _) {
            // A draft may say anything.
            return digits;
        }
    }
}
