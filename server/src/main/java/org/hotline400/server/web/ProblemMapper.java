package org.hotline400.server.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/// The one mapping from what a controller throws to problem+json.
@RestControllerAdvice
class ProblemMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final List<Problem> SPRINGS_OWN = List.of(
            Problem.INVALID_INPUT,
            Problem.UNAUTHENTICATED,
            Problem.FORBIDDEN,
            Problem.UNKNOWN_ROUTE,
            Problem.WRONG_METHOD,
            Problem.NOT_ACCEPTABLE,
            Problem.TOO_LARGE,
            Problem.WRONG_MEDIA_TYPE,
            Problem.DATABASE_AWAY);

    @ExceptionHandler(InvalidInputException.class)
    ResponseEntity<ProblemBody> invalid(InvalidInputException e, Locale locale) {
        return answer(Problem.INVALID_INPUT, null, e.violations(), locale);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemBody> mistyped(MethodArgumentTypeMismatchException e, Locale locale) {
        var violation = new Violation(
                e.getName(),
                "malformed",
                "cannot be read; was \"" + e.getValue() + "\"",
                Optional.of("格式不对，收到的是“" + e.getValue() + "”。"));
        return answer(Problem.INVALID_INPUT, null, List.of(violation), locale);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<ProblemBody> missing(MissingServletRequestParameterException e, Locale locale) {
        var violation = new Violation(e.getParameterName(), "missing", "is required", Optional.of("必填。"));
        return answer(Problem.INVALID_INPUT, null, List.of(violation), locale);
    }

    @ExceptionHandler(ServletRequestBindingException.class)
    ResponseEntity<ProblemBody> unbound(ServletRequestBindingException e, Locale locale) {
        return answer(Problem.INVALID_INPUT, e.getMessage(), List.of(), locale);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException e, Locale locale) {
        return answer(
                Problem.UNREADABLE,
                null,
                UnreadableBody.of(e.getCause()).stream().toList(),
                locale);
    }

    @ExceptionHandler(ForbiddenException.class)
    ResponseEntity<ProblemBody> forbidden(ForbiddenException e, Locale locale) {
        return answer(Problem.FORBIDDEN, e.in(locale), List.of(), locale);
    }

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<ProblemBody> refused(ProblemException e, Locale locale) {
        var body = ProblemBody.of(e.problem(), e.detail(), e.violations(), locale);
        var answer = ResponseEntity.status(e.problem().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (e.problem().status() == Problem.UNAUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        e.retryAfter().ifPresent(time -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
        return answer.body(body);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemBody> databaseAway(Exception e, Locale locale) {
        LOG.warn("refused a request, the database is away: {}", e.getMessage());
        return answer(Problem.DATABASE_AWAY, null, List.of(), locale);
    }

    /// PostgreSQL cannot hold a value (SQLSTATE class 22): a NUL in a text, a day or a number out of its range. Whoever
    /// takes it in should have said which one, but the fault is the sender's.
    @ExceptionHandler(DataIntegrityViolationException.class)
    @Nullable
    ResponseEntity<ProblemBody> cannotBeHeld(DataIntegrityViolationException e, Locale locale) {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith("22")) {
            LOG.warn("a request has a value that the database cannot hold: {}", cause.getMessage());
            return answer(
                    Problem.INVALID_INPUT,
                    "A value cannot be stored: a text has no character NUL, years have four digits, numbers their bounds.",
                    List.of(),
                    locale);
        }
        return other(e, locale);
    }

    /// What Spring refuses by itself brings its status along; everything else is a bug of ours.
    /// Whoever left in the middle of an answer is told nothing.
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<ProblemBody> other(Exception e, Locale locale) {
        if (e instanceof ErrorResponse refusal) {
            return withHeaders(of(refusal.getStatusCode()), refusal.getHeaders(), locale);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("somebody left before his answer was written: {}", e.getMessage());
            return null;
        }
        LOG.error("a request failed", e);
        return answer(Problem.FAILED, null, List.of(), locale);
    }

    private static Problem of(HttpStatusCode status) {
        var value = status.value();
        return SPRINGS_OWN.stream()
                .filter(problem -> problem.status() == value)
                .findFirst()
                .orElseGet(() -> status.is4xxClientError()
                        ? new Problem(value, "refused", "Refused.", "请求被拒绝。")
                        : new Problem(value, "failed", Problem.FAILED.english(), Problem.FAILED.chinese()));
    }

    private static ResponseEntity<ProblemBody> withHeaders(Problem problem, HttpHeaders headers, Locale locale) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemBody.of(problem, null, List.of(), locale));
    }

    private static ResponseEntity<ProblemBody> answer(
            Problem problem, @Nullable String detail, List<Violation> violations, Locale locale) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemBody.of(problem, detail, violations, locale));
    }
}
