package org.hotline400.server.web;

import java.util.Locale;
import java.util.regex.Pattern;

/// A kind of refusal, as clients recognise it.
///
/// @param status of the HTTP answer
/// @param code stable, lower case: `numbers.unknown`
/// @param english what it means, for people
/// @param chinese the same in Chinese
public record Problem(int status, String code, String english, String chinese) {
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?");

    public static final Problem INVALID_INPUT =
            new Problem(400, "invalid-input", "The input is invalid; see the violations.", "输入有误，请看各项的说明。");
    public static final Problem UNREADABLE =
            new Problem(400, "unreadable", "The body cannot be read as JSON of this shape.", "请求体不是符合要求的 JSON。");
    public static final Problem UNAUTHENTICATED = new Problem(
            401,
            "unauthenticated",
            "Sign in, or send a valid API key: Authorization: Bearer h4_…",
            "请登录，或携带有效的 API 密钥：Authorization: Bearer h4_…");
    public static final Problem FORBIDDEN =
            new Problem(403, "forbidden", "Neither key nor role opens this.", "当前账号或密钥无权执行此操作。");
    public static final Problem UNKNOWN_ROUTE = new Problem(404, "unknown-route", "There is nothing here.", "此地址不存在。");
    public static final Problem WRONG_METHOD =
            new Problem(405, "wrong-method", "This method is not allowed here.", "此地址不支持该请求方法。");
    public static final Problem NOT_ACCEPTABLE =
            new Problem(406, "not-acceptable", "None of the accepted media types is offered.", "无法提供所接受的媒体类型。");
    public static final Problem TOO_LARGE = new Problem(413, "too-large", "The body is too large.", "请求体过大。");
    public static final Problem WRONG_MEDIA_TYPE =
            new Problem(415, "wrong-media-type", "This media type is not understood here.", "不支持该媒体类型。");
    public static final Problem TOO_MANY_REQUESTS = new Problem(
            429, "too-many-requests", "Too many requests; try again after Retry-After.", "请求过于频繁，请在 Retry-After 之后重试。");
    public static final Problem FAILED = new Problem(500, "failed", "Something failed on our side.", "服务器内部错误。");
    public static final Problem DATABASE_AWAY =
            new Problem(503, "database-away", "The database is away; try again soon.", "数据库暂时不可用，请稍后重试。");

    public Problem {
        if (status < 400 || status > 599 || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a problem has a status of 400 to 599 and a code such as numbers.unknown; was " + status + " "
                            + code);
        }
    }

    /// What a module's controller does not find.
    public static Problem notFound(String code, String english, String chinese) {
        return new Problem(404, code, english, chinese);
    }

    /// What the state of things does not allow now.
    public static Problem conflict(String code, String english, String chinese) {
        return new Problem(409, code, english, chinese);
    }

    String text(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? chinese : english;
    }
}
