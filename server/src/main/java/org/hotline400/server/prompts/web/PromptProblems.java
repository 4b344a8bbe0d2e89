package org.hotline400.server.prompts.web;

import java.util.function.Supplier;
import org.hotline400.server.prompts.InvalidAudioException;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// What can be refused about prompts.
final class PromptProblems {
    static final Problem UNKNOWN = Problem.notFound("prompts.unknown", "There is no such prompt.", "没有该提示音。");
    static final Problem UNKNOWN_VERSION =
            Problem.notFound("prompts.unknown-version", "There is no such version.", "没有该版本。");
    static final Problem IN_USE =
            Problem.conflict("prompts.in-use", "A live call plan plays this prompt.", "已发布的呼叫流程正在使用该提示音。");
    static final Problem NO_SYNTHESIZER = new Problem(
            503,
            "prompts.no-synthesizer",
            "Nothing here can speak: install the Debian package espeak-ng.",
            "未安装语音合成程序，请安装 Debian 软件包 espeak-ng。");
    static final Problem SYNTHESIS =
            new Problem(503, "prompts.synthesis", "The text could not be spoken; try again.", "语音合成失败，请重试。");
    private static final Problem AUDIO = new Problem(422, "prompts.audio", "The audio cannot be used.", "无法使用该音频。");

    private PromptProblems() {}

    /// Runs what may find audio unusable.
    static <T> T refusingBadAudio(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidAudioException e) {
            throw new ProblemException(AUDIO, String.valueOf(e.getMessage()));
        }
    }
}
