package org.hotline400.server.enrolment.messages.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.messages.Message;
import org.hotline400.server.enrolment.messages.Messages;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What an enterprise was told of its applications.
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "enrolment")
class MessagesController {
    /// Marking one as read changes nothing that counts, so whoever may read may do it.
    private static final Scope READ = Scope.read("applications");

    private static final Problem UNKNOWN = Problem.notFound("messages.unknown", "There is no such message.", "没有这条消息。");

    private final Messages messages;

    MessagesController(Messages messages) {
        this.messages = messages;
    }

    /// @param unread how many of all are
    record MessagePage(List<MessageBody> items, Optional<String> next, int unread) {}

    /// @param application what it is about
    /// @param kind such as `correction-asked`
    /// @param subject and text in the language asked for by `Accept-Language`, Chinese or English
    record MessageBody(
            UUID id,
            @Nullable UUID application,
            String kind,
            String subject,
            String text,
            Instant at,
            @Nullable Instant readAt) {
        static MessageBody of(Message message, Locale locale) {
            var words = "zh".equals(locale.getLanguage()) ? message.chinese() : message.english();
            return new MessageBody(
                    message.id(),
                    message.application().map(ApplicationId::value).orElse(null),
                    message.kind().code(),
                    words.subject(),
                    words.text(),
                    message.at(),
                    message.readAt().orElse(null));
        }
    }

    @GetMapping
    @Operation(
            summary = "Lists what the caller's enterprise was told, the newest first, with the number of unread ones")
    MessagePage list(
            Caller caller,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit,
            @RequestParam(defaultValue = "false") boolean unread,
            Locale locale) {
        caller.require(READ);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        checks.done();
        var page = messages.list(caller.tenant(), unread, cursor, limit).map(one -> MessageBody.of(one, locale));
        return new MessagePage(page.items(), page.next(), messages.unread(caller.tenant()));
    }

    @PostMapping("/{id}/read")
    @Operation(summary = "Marks a message as read; a second time changes nothing")
    MessageBody read(Caller caller, @PathVariable UUID id, Locale locale) {
        caller.require(READ);
        return messages.read(caller.tenant(), id)
                .map(one -> MessageBody.of(one, locale))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }
}
