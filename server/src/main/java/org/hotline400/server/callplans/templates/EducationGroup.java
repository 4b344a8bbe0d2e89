package org.hotline400.server.callplans.templates;

import static org.hotline400.server.callplans.templates.Json.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.callplans.Words;
import tools.jackson.databind.node.ObjectNode;

/// The school of the founding document: callers choose a region, then a course, and reach that branch's line; who
/// chooses nothing, or finds nobody, reaches headquarters.
record EducationGroup() implements PlanTemplate {
    private static final int MOST = 9;
    private static final List<String> CONNECTING = List.of("system-connecting");

    @Override
    public String name() {
        return "education-group";
    }

    @Override
    public Words title() {
        return new Words("连锁机构：先选地区，再选课程", "A chain: first the region, then the course");
    }

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(
                        "courses",
                        Question.Kind.NAMES,
                        new Words("有哪些课程？按 1、2、3… 的顺序", "Which courses are there, in the order of keys 1, 2, 3…?"),
                        true,
                        Json.node(List.of("primary", "middle", "high", "english"))),
                new Question(
                        "branches",
                        Question.Kind.BRANCHES,
                        new Words(
                                "有哪些地区？每个地区各课程的电话是什么？",
                                "Which regions are there, and which line has each course there?"),
                        true,
                        Json.node(List.of(object(
                                "name",
                                "beijing",
                                "lines",
                                List.of("01066660011", "01066660012", "01066660013", "01066660014"))))),
                new Question(
                        "headquarters",
                        Question.Kind.LINES,
                        new Words("总部电话？", "Which lines does headquarters have?"),
                        true,
                        Json.node(List.of("01066660001", "01066660002"))),
                prompt("welcome", new Words("欢迎语？", "Which prompt welcomes callers?"), "school-welcome"),
                prompt("regionMenu", new Words("地区菜单的提示音？", "Which prompt asks for the region?"), "school-region-menu"),
                prompt(
                        "courseMenu",
                        new Words("课程菜单的提示音？", "Which prompt asks for the course?"),
                        "school-course-menu"));
    }

    private static Question prompt(String name, Words text, String example) {
        return new Question(name, Question.Kind.PROMPT, text, true, Json.node(example));
    }

    @Override
    public ObjectNode write(Answers answers) {
        var courses = answers.names("courses", MOST);
        var branches = answers.branches("branches", MOST, courses.size());
        var headquarters = answers.lines("headquarters", 10);
        var steps = new LinkedHashMap<String, Object>();
        steps.put(
                "welcome",
                object("type", "announce", "prompts", List.of(answers.promptNeeded("welcome")), "next", "region"));
        steps.put("region", menu(answers.promptNeeded("regionMenu"), regions(branches)));
        var courseMenu = answers.promptNeeded("courseMenu");
        branches.forEach(branch -> branch(steps, branch, courses, courseMenu));
        // "a" with "b-c" and "a-b" with "c" would be one step.
        if (steps.size() < 2 + branches.size() * (1 + courses.size())) {
            answers.refuse("branches", "the names of branches and courses must differ, joined by hyphens as well");
        }
        steps.put("headquarters", Json.distribute(CONNECTING, headquarters, "nobody-free"));
        steps.put("nobody-free", Json.voicemail("system-voicemail"));
        return Json.document(object(
                "settings",
                object("charging", "answer-first", "ringSeconds", 20, "attempts", 3, "recording", object("on", true)),
                "start",
                "welcome",
                "steps",
                steps,
                "examples",
                examples(courses, branches, headquarters)));
    }

    private static Map<String, Object> menu(String prompt, Map<String, Object> keys) {
        return object(
                "type", "menu", "prompts", List.of(prompt), "keys", keys, "tries", 3, "otherwise", "headquarters");
    }

    private static Map<String, Object> regions(List<Answers.Branch> branches) {
        var keys = object("0", "headquarters");
        for (int i = 0; i < branches.size(); i++) {
            keys.put(String.valueOf(i + 1), branches.get(i).name() + "-course");
        }
        return keys;
    }

    private static void branch(
            Map<String, Object> steps, Answers.Branch branch, List<String> courses, String courseMenu) {
        var keys = object("0", "headquarters", "*", "region");
        for (int i = 0; i < courses.size(); i++) {
            keys.put(String.valueOf(i + 1), line(branch, courses.get(i)));
        }
        steps.put(branch.name() + "-course", menu(courseMenu, keys));
        for (int i = 0; i < Math.min(courses.size(), branch.lines().size()); i++) {
            steps.put(
                    line(branch, courses.get(i)),
                    Json.distribute(CONNECTING, List.of(branch.lines().get(i)), "headquarters"));
        }
    }

    private static String line(Answers.Branch branch, String course) {
        return branch.name() + "-" + course;
    }

    private static List<Map<String, Object>> examples(
            List<String> courses, List<Answers.Branch> branches, List<String> headquarters) {
        if (courses.isEmpty() || branches.isEmpty() || headquarters.isEmpty()) {
            return List.of();
        }
        var examples = new ArrayList<Map<String, Object>>();
        var branch = branches.getFirst();
        examples.add(object(
                "name",
                "选择地区和课程 · a region and a course",
                "given",
                object("keys", "1,1"),
                "expect",
                object(
                        "path",
                        List.of("welcome", "region", branch.name() + "-course", line(branch, courses.getFirst())))));
        examples.add(object(
                "name",
                "没有按键 · no key",
                "given",
                object(),
                "expect",
                object("path", List.of("welcome", "region", "headquarters"), "reached", headquarters.getFirst())));
        return examples;
    }
}
