package org.hotline400.server.samples;

import java.util.List;
import org.hotline400.server.kernel.HotlineNumber;

/// A customer of the founding document (chapter "成功案例分析").
///
/// @param slug names it in scripts: `api-key school=…`
/// @param name clearly invented
/// @param prompts what the names of its prompts start with
/// @param goldCustomers who comes first; none: it has no such list
record SampleCustomer(String slug, String name, HotlineNumber number, String prompts, List<String> goldCustomers) {
    static final List<SampleCustomer> ALL = List.of(
            new SampleCustomer("shop", "示例·贝安母婴用品店", new HotlineNumber("4006173952"), "shop-", List.of()),
            new SampleCustomer("school", "示例·启明教育", new HotlineNumber("4008888888"), "school-", List.of()),
            new SampleCustomer(
                    "homeservice",
                    "示例·雅居管家服务",
                    new HotlineNumber("4006666666"),
                    "home-",
                    List.of("13912340001", "13912340002")));
}
