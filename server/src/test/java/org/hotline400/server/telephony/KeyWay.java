package org.hotline400.server.telephony;

import org.hotline400.simulator.Call;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;

/// How a phone sends its keys.
enum KeyWay {
    EVENT,
    INFO,
    TONE;

    /// A phone that sends them so. One that presses tones says nothing else.
    Talk saying(int hz) {
        return switch (this) {
            case EVENT, INFO -> Talk.saying(Voice.tone(hz));
            case TONE -> Talk.saying(new Voice.Silence()).withoutTelephoneEvents();
        };
    }

    void press(Call call, char key) {
        switch (this) {
            case EVENT, TONE -> call.press(String.valueOf(key));
            case INFO -> call.pressInInfo(key, "application/dtmf-relay");
        }
    }
}
