package org.hotline400.server.lists.web;

import java.util.stream.Collectors;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.lists.ListRefusal;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// What the refusals of this module are on the wire.
final class Refusals {
    static final Problem UNKNOWN_LIST = Problem.notFound("lists.unknown", "There is no such list.", "没有这个名单。");
    private static final Problem UNKNOWN_ENTRY =
            Problem.notFound("lists.unknown-entry", "The list has no such entry.", "名单中没有这个条目。");
    private static final Problem TAKEN = Problem.conflict("lists.taken", "There is a list of that name.", "已有同名的名单。");
    private static final Problem IN_USE = Problem.conflict(
            "lists.in-use", "A live call plan names the list; change the plan first.", "有正在使用的呼叫方案引用了该名单，请先修改方案。");
    private static final Problem TOO_MANY =
            Problem.conflict("lists.too-many", "You have as many lists as there may be.", "名单数量已达上限。");
    private static final Problem FULL =
            Problem.conflict("lists.full", "The entries would be more than there may be.", "条目数量将超过上限。");
    private static final Problem NOT_GREY =
            Problem.conflict("lists.not-grey", "Only a grey list has PINs.", "只有灰名单可以设置密码。");
    private static final Problem BUSY =
            Problem.conflict("lists.busy", "The list is being changed; try again in a moment.", "名单正在被修改，请稍后重试。");

    private Refusals() {}

    static ProblemException problem(ListRefusal refusal) {
        return switch (refusal) {
            case ListRefusal.UnknownList() -> new ProblemException(UNKNOWN_LIST);
            case ListRefusal.UnknownEntry() -> new ProblemException(UNKNOWN_ENTRY);
            case ListRefusal.Taken() -> new ProblemException(TAKEN);
            case ListRefusal.InUse(var numbers) ->
                new ProblemException(
                        IN_USE,
                        "the live plan of "
                                + numbers.stream().map(HotlineNumber::display).collect(Collectors.joining(", "))
                                + " names the list; change the plan first");
            case ListRefusal.TooManyLists(int most) ->
                new ProblemException(TOO_MANY, "an enterprise has at most " + most + " lists");
            case ListRefusal.Full(int most) ->
                new ProblemException(FULL, "there would be more than " + most + " entries");
            case ListRefusal.NotGrey() -> new ProblemException(NOT_GREY);
            case ListRefusal.Busy() -> new ProblemException(BUSY);
        };
    }
}
