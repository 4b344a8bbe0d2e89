/// What digits say in Chinese ears, and which numbers say a brand's name: homophones, number words, pinyin, habits of
/// trades.
///
/// **Owns.** The dictionary (data in the jar) and the operator's own entries, table `numbers.words`. **Publishes.**
/// `Meanings`: from a text and a trade to `Fragment`s, runs of digits with the reason for each in Chinese and English.
/// **Invariants.** Pure but for its table; the same text, trade and dictionary give the same fragments in the same order; every
/// fragment says why.
@NullMarked
package org.hotline400.server.numbers.meaning;

import org.jspecify.annotations.NullMarked;
