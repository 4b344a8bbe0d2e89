/// What digits say in Chinese ears, and which numbers say a brand's name: homophones, number words, pinyin,
/// habits of trades.
///
/// **Owns.** The data files `numbers/words.csv` (the dictionary), `numbers/homophones.csv` (which syllables
/// sound like which digits) and `numbers/trades.csv` in the jar; table `numbers.words`, what the operator
/// says of the dictionary.
///
/// **Publishes.** `Meanings`: from a name and a trade to `Fragment`s, runs of digits with the reason for each
/// in Chinese and English, and from a number's digits to what they say; `Wordplay`, its pure core, for
/// whoever has no database; `Trade`; `NumberWords`.
///
/// **Invariants.** Pure but for its table; the same name, trade and dictionary give the same fragments in the
/// same order; every fragment says why; the work for a name is bounded whatever stands in it. A change of the
/// dictionary is in force within a second on every node. The pinyin library (ADR 30) is seen by one class and
/// loaded by the first Chinese character, never by the start.
@NullMarked
package org.hotline400.server.numbers.meaning;

import org.jspecify.annotations.NullMarked;
