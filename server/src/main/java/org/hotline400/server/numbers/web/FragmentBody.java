package org.hotline400.server.numbers.web;

import org.hotline400.server.numbers.meaning.Fragment;

/// Digits that say something.
///
/// @param digits to be found anywhere behind 400
/// @param weight 1 to 100, how well they say it
/// @param why they say it
record FragmentBody(String digits, int weight, TextBody why) {
    static FragmentBody of(Fragment fragment) {
        return new FragmentBody(
                fragment.digits(), fragment.weight(), new TextBody(fragment.why(), fragment.whyEnglish()));
    }
}
