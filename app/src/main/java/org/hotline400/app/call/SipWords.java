package org.hotline400.app.call;

/// SIP statuses in words that a caller understands.
final class SipWords {
    private SipWords() {}

    static String chinese(int status) {
        return switch (status) {
            case 200 -> "正常结束";
            case 403 -> "被拒绝";
            case 404 -> "号码不存在";
            case 408 -> "对方没有响应";
            case 410 -> "号码已停用";
            case 480 -> "暂时无法接通";
            case 484 -> "号码不完整";
            case 486, 600 -> "用户忙";
            case 487 -> "已取消";
            case 488, 606 -> "没有共同的编码";
            case 503 -> "服务不可用";
            case 603 -> "对方拒接";
            default -> "SIP " + status;
        };
    }

    static String english(int status) {
        return switch (status) {
            case 200 -> "ended normally";
            case 401, 403, 407 -> "refused: not allowed";
            case 404 -> "no such number";
            case 408 -> "no answer from the other side: is it running, and is the address right?";
            case 410 -> "the number is no longer in service";
            case 480 -> "temporarily not available";
            case 484 -> "the number is incomplete";
            case 486, 600 -> "busy";
            case 487 -> "given up before the answer";
            case 488, 606 -> "no codec in common";
            case 503 -> "the service is not available now";
            case 603 -> "declined";
            default -> "SIP " + status;
        };
    }
}
