package org.hotline400.server.enrolment.papers.inspection;

import java.util.Locale;

/// Why a file is not taken, and what to do about it.
public enum PaperFault {
    EMPTY("The file is empty; choose it again.", "文件为空，请重新选择文件。"),
    TOO_LARGE(
            "The file has more than 20 MB; scan with 300 dpi or lower the picture's quality.",
            "文件超过 20 MB，请以 300 dpi 扫描或降低图片质量后重新上传。"),
    WRONG_TYPE(
            "The content is neither PDF nor JPEG nor PNG, whatever its name says; scan or photograph the paper and"
                    + " send it as one of these.",
            "文件内容不是 PDF、JPEG 或 PNG（与文件名无关），请扫描或拍照后以这三种格式之一上传。"),
    HEIC(
            "This is a HEIC picture; set the phone's camera to \"most compatible\", or export the picture as JPEG.",
            "这是 HEIC 格式的照片，请在手机相机设置中选择“兼容性最佳”，或导出为 JPEG 后上传。"),
    BROKEN(
            "The file is damaged or incomplete; open it on your computer, save it anew and send it again.",
            "文件已损坏或不完整，请在电脑上打开确认后重新保存并上传。"),
    POLYGLOT(
            "Something else is hidden before, in or behind the document, such as an archive, a web page or a film; save"
                    + " the picture or PDF anew without it.",
            "文件的前面、内部或末尾夹带了其他内容（如压缩包、网页或视频），请重新另存为纯净的图片或 PDF。"),
    ONE_PIXEL(
            "The picture shows nothing: it has hardly a pixel; send a scan of the paper.",
            "图片几乎没有像素，看不到任何内容，请上传证件的扫描件或照片。"),
    TOO_FEW_PIXELS(
            "The picture is smaller than 300 × 300 pixels; photograph the paper from close by or scan it with 300 dpi.",
            "图片小于 300 × 300 像素，请近距离拍摄或以 300 dpi 扫描。"),
    TOO_MANY_PIXELS(
            "The picture has more than 60 million pixels; scan with 300 dpi.", "图片超过 6000 万像素，请以 300 dpi 扫描后上传。"),
    COLOURS(
            "The picture is in printing colours (CMYK); save it in screen colours (RGB).",
            "图片为印刷色彩模式（CMYK），请另存为 RGB 色彩模式。"),
    PDF_ENCRYPTED("The PDF is encrypted; save it without a password.", "PDF 已加密，请取消密码后另存再上传。"),
    PDF_SCRIPT("The PDF contains JavaScript; print it into a new PDF.", "PDF 含有 JavaScript 脚本，请用“打印为 PDF”重新生成后上传。"),
    PDF_ACTION(
            "The PDF can start programs, open addresses or send forms, or has film or sound; print it into a new PDF.",
            "PDF 含有启动程序、打开链接、提交表单或音视频等动作，请用“打印为 PDF”重新生成后上传。"),
    PDF_EMBEDDED("Other files are embedded in the PDF; print it into a new PDF.", "PDF 内嵌了其他文件，请用“打印为 PDF”重新生成后上传。"),
    PDF_XFA("The PDF is an XFA form; print it into a new PDF.", "PDF 是 XFA 动态表单，请用“打印为 PDF”重新生成后上传。"),
    PDF_PAGES("The PDF has more than 20 pages; send only the pages of this paper.", "PDF 超过 20 页，请只上传与该材料有关的页面。"),
    PDF_BOMB(
            "The PDF would unfold to far more than it shows; print it into a new PDF or scan the paper.",
            "PDF 解压后内容异常庞大，请用“打印为 PDF”重新生成，或扫描纸质材料后上传。"),
    PDF_PICTURES(
            "The PDF has pictures in JPEG 2000 or JBIG2, which cannot be shown here; scan again with JPEG compression.",
            "PDF 中的图片采用 JPEG 2000 或 JBIG2 压缩，平台无法显示，请选择 JPEG 压缩重新扫描。"),
    PDF_SLOW(
            "The PDF takes too long to show; print it into a new PDF or scan the paper.",
            "PDF 显示耗时过长，请用“打印为 PDF”重新生成，或扫描纸质材料后上传。");

    private final String english;
    private final String chinese;
    private final String code = "papers." + name().toLowerCase(Locale.ROOT).replace('_', '-');

    PaperFault(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /// The text code: `papers.pdf-script`.
    public String code() {
        return code;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }
}
