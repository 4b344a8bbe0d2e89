package org.hotline400.server.samples;

import java.util.List;
import org.hotline400.server.kernel.HotlineNumber;

/// A customer of the founding document (chapter "成功案例分析").
///
/// @param slug names it in scripts: `api-key school=…`
/// @param name clearly invented
/// @param prompts what the names of its prompts start with
record SampleCustomer(String slug, String name, HotlineNumber number, String prompts) {
    static final List<SampleCustomer> ALL = List.of(
            new SampleCustomer("shop", "示例·贝安母婴用品店", new HotlineNumber("4006173952"), "shop-"),
            new SampleCustomer("school", "示例·启明教育", new HotlineNumber("4008888888"), "school-"),
            new SampleCustomer("homeservice", "示例·雅居管家服务", new HotlineNumber("4006666666"), "home-"));
}
