package org.hotline400.sip.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.sip.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every state × every event of the two client machines, with T1 = 500 ms as RFC 3261 has it.
///
/// A machine starts at 0 ms, reaches its state at 100 ms, and the event comes at that moment. `then` is what
/// happens afterwards when nothing more comes: what is sent, what the user hears, and when the transaction is
/// over.
class ClientMachinesTest {

    private final MachineBench bench = new MachineBench();

    /// RFC 3261 figure 5 with RFC 6026 figure 1. Timer A repeats at T1, 2·T1…; B gives up after 64·T1; D keeps
    /// the ACK for late refusals, M lets further 2xx through, each 64·T1; ringing is bounded by ten minutes.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            way | state      | event       | next       | sent | heard             | then
            UDP | CALLING    | nothing     | CALLING    | -    | -                 | 500 INVITE, 1500 INVITE, 3500 INVITE, 7500 INVITE, 15500 INVITE, 31500 INVITE, 32000 over, 32000 timed out
            UDP | CALLING    | 100         | PROCEEDING | -    | 100               | 600100 over, 600100 timed out
            UDP | CALLING    | 200         | ACCEPTED   | -    | 200               | 32100 over
            UDP | CALLING    | 486         | COMPLETED  | ACK  | 486               | 32100 over
            UDP | CALLING    | broken      | TERMINATED | -    | over, unreachable | -
            UDP | CALLING    | stopped     | TERMINATED | -    | over              | -
            UDP | PROCEEDING | nothing     | PROCEEDING | -    | -                 | 600100 over, 600100 timed out
            UDP | PROCEEDING | 180         | PROCEEDING | -    | 180               | 600100 over, 600100 timed out
            UDP | PROCEEDING | 200         | ACCEPTED   | -    | 200               | 32100 over
            UDP | PROCEEDING | 486         | COMPLETED  | ACK  | 486               | 32100 over
            UDP | PROCEEDING | broken      | TERMINATED | -    | over, unreachable | -
            UDP | PROCEEDING | stopped     | TERMINATED | -    | over              | -
            UDP | COMPLETED  | nothing     | COMPLETED  | -    | -                 | 32100 over
            UDP | COMPLETED  | 180         | COMPLETED  | -    | -                 | 32100 over
            UDP | COMPLETED  | 200         | COMPLETED  | -    | -                 | 32100 over
            UDP | COMPLETED  | 486         | COMPLETED  | ACK  | -                 | 32100 over
            UDP | COMPLETED  | broken      | TERMINATED | -    | over              | -
            UDP | COMPLETED  | stopped     | TERMINATED | -    | over              | -
            UDP | ACCEPTED   | nothing     | ACCEPTED   | -    | -                 | 32100 over
            UDP | ACCEPTED   | 180         | ACCEPTED   | -    | -                 | 32100 over
            UDP | ACCEPTED   | 200         | ACCEPTED   | -    | 200               | 32100 over
            UDP | ACCEPTED   | 486         | ACCEPTED   | -    | -                 | 32100 over
            UDP | ACCEPTED   | broken      | ACCEPTED   | -    | -                 | 32100 over
            UDP | ACCEPTED   | stopped     | TERMINATED | -    | over              | -
            UDP | TERMINATED | 180         | TERMINATED | -    | -                 | -
            UDP | TERMINATED | 200         | TERMINATED | -    | -                 | -
            UDP | TERMINATED | 486         | TERMINATED | -    | -                 | -
            UDP | TERMINATED | broken      | TERMINATED | -    | -                 | -
            UDP | TERMINATED | stopped     | TERMINATED | -    | -                 | -
            TCP | CALLING    | nothing     | CALLING    | -    | -                 | 32000 over, 32000 timed out
            TCP | CALLING    | 100         | PROCEEDING | -    | 100               | 600100 over, 600100 timed out
            TCP | CALLING    | 200         | ACCEPTED   | -    | 200               | 32100 over
            TCP | CALLING    | 486         | COMPLETED  | ACK  | 486               | 110 over
            TCP | CALLING    | broken      | TERMINATED | -    | over, unreachable | -
            TCP | PROCEEDING | 180         | PROCEEDING | -    | 180               | 600100 over, 600100 timed out
            TCP | PROCEEDING | 200         | ACCEPTED   | -    | 200               | 32100 over
            TCP | PROCEEDING | 486         | COMPLETED  | ACK  | 486               | 110 over
            TCP | PROCEEDING | broken      | TERMINATED | -    | over, unreachable | -
            TCP | COMPLETED  | 486         | COMPLETED  | ACK  | -                 | 110 over
            TCP | COMPLETED  | broken      | TERMINATED | -    | over              | -
            TCP | ACCEPTED   | 200         | ACCEPTED   | -    | 200               | 32100 over
            TCP | ACCEPTED   | broken      | ACCEPTED   | -    | -                 | 32100 over
            """)
    void theInviteClient(
            Transport way,
            InviteClient.State state,
            String event,
            InviteClient.State next,
            String sent,
            String heard,
            String then) {
        var machine =
                new InviteClient(bench.surroundings(500), MachineBench.request("INVITE", way), bench, bench::over);
        machine.start();
        bench.run(100);
        switch (state) {
            case CALLING -> {}
            case PROCEEDING -> machine.received(MachineBench.response(100));
            case COMPLETED -> machine.received(MachineBench.response(486));
            case ACCEPTED -> machine.received(MachineBench.response(200));
            case TERMINATED -> machine.terminate();
        }
        assertThat(machine.state()).isEqualTo(state);
        bench.forget();
        happen(machine, event);
        assertThat(machine.state()).isEqualTo(next);
        bench.expect(sent, heard, then);
        assertThat(machine.state()).isEqualTo(InviteClient.State.TERMINATED);
    }

    /// RFC 3261 figure 6. Timer E repeats at T1, 2·T1… up to T2, and at T2 once the peer has said that it works
    /// on it; F gives up after 64·T1; K soaks up late answers for T4.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            way | state      | event       | next       | sent | heard             | then
            UDP | TRYING     | nothing     | TRYING     | -    | -                 | 500 BYE, 1500 BYE, 3500 BYE, 7500 BYE, 11500 BYE, 15500 BYE, 19500 BYE, 23500 BYE, 27500 BYE, 31500 BYE, 32000 over, 32000 timed out
            UDP | TRYING     | 100         | PROCEEDING | -    | 100               | 500 BYE, 4500 BYE, 8500 BYE, 12500 BYE, 16500 BYE, 20500 BYE, 24500 BYE, 28500 BYE, 32000 over, 32000 timed out
            UDP | TRYING     | 200         | COMPLETED  | -    | 200               | 5100 over
            UDP | TRYING     | 486         | COMPLETED  | -    | 486               | 5100 over
            UDP | TRYING     | broken      | TERMINATED | -    | over, unreachable | -
            UDP | TRYING     | stopped     | TERMINATED | -    | over              | -
            UDP | PROCEEDING | nothing     | PROCEEDING | -    | -                 | 500 BYE, 4500 BYE, 8500 BYE, 12500 BYE, 16500 BYE, 20500 BYE, 24500 BYE, 28500 BYE, 32000 over, 32000 timed out
            UDP | PROCEEDING | 100         | PROCEEDING | -    | 100               | 500 BYE, 4500 BYE, 8500 BYE, 12500 BYE, 16500 BYE, 20500 BYE, 24500 BYE, 28500 BYE, 32000 over, 32000 timed out
            UDP | PROCEEDING | 200         | COMPLETED  | -    | 200               | 5100 over
            UDP | PROCEEDING | 486         | COMPLETED  | -    | 486               | 5100 over
            UDP | PROCEEDING | broken      | TERMINATED | -    | over, unreachable | -
            UDP | PROCEEDING | stopped     | TERMINATED | -    | over              | -
            UDP | COMPLETED  | nothing     | COMPLETED  | -    | -                 | 5100 over
            UDP | COMPLETED  | 100         | COMPLETED  | -    | -                 | 5100 over
            UDP | COMPLETED  | 200         | COMPLETED  | -    | -                 | 5100 over
            UDP | COMPLETED  | 486         | COMPLETED  | -    | -                 | 5100 over
            UDP | COMPLETED  | broken      | COMPLETED  | -    | -                 | 5100 over
            UDP | COMPLETED  | stopped     | TERMINATED | -    | over              | -
            UDP | TERMINATED | 100         | TERMINATED | -    | -                 | -
            UDP | TERMINATED | 200         | TERMINATED | -    | -                 | -
            UDP | TERMINATED | 486         | TERMINATED | -    | -                 | -
            UDP | TERMINATED | broken      | TERMINATED | -    | -                 | -
            UDP | TERMINATED | stopped     | TERMINATED | -    | -                 | -
            TCP | TRYING     | nothing     | TRYING     | -    | -                 | 32000 over, 32000 timed out
            TCP | TRYING     | 100         | PROCEEDING | -    | 100               | 32000 over, 32000 timed out
            TCP | TRYING     | 200         | COMPLETED  | -    | 200               | 110 over
            TCP | TRYING     | broken      | TERMINATED | -    | over, unreachable | -
            TCP | PROCEEDING | 100         | PROCEEDING | -    | 100               | 32000 over, 32000 timed out
            TCP | PROCEEDING | 486         | COMPLETED  | -    | 486               | 110 over
            TCP | PROCEEDING | broken      | TERMINATED | -    | over, unreachable | -
            TCP | COMPLETED  | 200         | COMPLETED  | -    | -                 | 110 over
            TCP | COMPLETED  | broken      | COMPLETED  | -    | -                 | 110 over
            """)
    void theOtherClient(
            Transport way,
            OtherClient.State state,
            String event,
            OtherClient.State next,
            String sent,
            String heard,
            String then) {
        var machine = new OtherClient(bench.surroundings(500), MachineBench.request("BYE", way), bench, bench::over);
        machine.start();
        bench.run(100);
        switch (state) {
            case TRYING -> {}
            case PROCEEDING -> machine.received(MachineBench.response(100));
            case COMPLETED -> machine.received(MachineBench.response(200));
            case TERMINATED -> machine.terminate();
        }
        assertThat(machine.state()).isEqualTo(state);
        bench.forget();
        happen(machine, event);
        assertThat(machine.state()).isEqualTo(next);
        bench.expect(sent, heard, then);
        assertThat(machine.state()).isEqualTo(OtherClient.State.TERMINATED);
    }

    private void happen(ClientTransaction machine, String event) {
        switch (event) {
            case "nothing" -> {}
            case "broken" -> bench.breakTheWay();
            case "stopped" -> machine.terminate();
            default -> machine.received(MachineBench.response(Integer.parseInt(event)));
        }
    }

    /// T2 and T4 shrink with a T1 that a closed network allows itself, and never grow.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            T1,   T2,   T4,   64·T1
            20,   160,  200,  1280
            250,  2000, 2500, 16000
            500,  4000, 5000, 32000
            1000, 4000, 5000, 64000
            """)
    void theTimesFollowFromT1(long t1, long t2, long t4, long patience) {
        Surroundings surroundings = bench.surroundings(t1);
        assertThat(surroundings.t2()).isEqualTo(t2);
        assertThat(surroundings.t4()).isEqualTo(t4);
        assertThat(surroundings.patience()).isEqualTo(patience);
    }
}
