package org.hotline400.server.calls;

import java.time.Duration;
import java.util.Map;
import org.hotline400.server.callplans.DataDip;
import org.hotline400.server.callplans.StepName;
import tools.jackson.databind.JsonNode;

/// Asks a system of an enterprise over HTTP.
@FunctionalInterface
public interface DataDips {

    /// Asks once, and is back after `question.atMost()`; may be interrupted.
    Answer ask(Question question);

    /// @param step whose question it is
    /// @param body members of a JSON object; empty: no body
    record Question(
            StepName step,
            DataDip.Method method,
            String url,
            Map<String, String> headers,
            Map<String, String> body,
            Duration atMost) {
        public Question {
            headers = Map.copyOf(headers);
            body = Map.copyOf(body);
        }

        Question within(Duration less) {
            return new Question(step, method, url, headers, body, less);
        }
    }

    sealed interface Answer {
        /// 2xx with JSON.
        record Json(JsonNode document) implements Answer {}

        /// @param text in plain words, for the record
        /// @param again whether asking again may help
        record Failed(String text, boolean again) implements Answer {}
    }
}
