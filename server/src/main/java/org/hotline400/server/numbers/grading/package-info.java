/// What a 400 number is worth to the ear: the rules that grade the seven digits behind 400, as pure functions
/// without Spring, clock or I/O.
///
/// **Owns.** The patterns, the classes 普通 / 特号 / 顶级, the memorability score and the sentences that explain
/// them. **Publishes.** `Grading`, `Grade`, `Finding`, `PatternKind`, `NumberClass`, `Explanation`, `Shares`;
/// `ClassOverrides`, which another package fills. **Invariants.** The same digits and rule version always
/// give the same grade; the strongest pattern decides the class; a grade names every pattern with its place,
/// but for those within a stronger one. What the operator overrides is kept beside the rules' answer, never
/// in it.
@NullMarked
@NamedInterface("grading")
package org.hotline400.server.numbers.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
