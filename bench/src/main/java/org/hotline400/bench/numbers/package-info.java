/// How fast numbers are found: in the platform's own process, by HTTP as visitors do, and beside PostgreSQL
/// with the same numbers, the same searches and the indexes that one would give it.
///
/// **Purpose.** Measures what the platform's process tells of itself (`hotline measure-numbers`), loads its
/// open search at planned times, and asks a PostgreSQL of its own, filled with the same grades, the same
/// questions.
///
/// **Invariants.** Both sides must give the same answers, number for number and in the same order: a difference
/// ends the bench. Nothing is asked of PostgreSQL that the published mix does not ask of us, and nothing is
/// left out without a word in the report.
@NullMarked
package org.hotline400.bench.numbers;

import org.jspecify.annotations.NullMarked;
