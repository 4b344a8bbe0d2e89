package org.hotline400.sip.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.sip.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every state × every event of the two server machines, with T1 = 500 ms as RFC 3261 has it.
///
/// The request comes at 0 ms, the machine reaches its state at 100 ms, and the event comes at that moment.
/// `then` is what happens afterwards when nothing more comes. `again` is the request once more; a number is a
/// response of the application with this status.
class ServerMachinesTest {

    private final MachineBench bench = new MachineBench();

    /// RFC 3261 figure 7 with RFC 6026 figure 2. Timer G repeats a refusal at T1, 2·T1… up to T2; H stops
    /// waiting for its ACK after 64·T1; I soaks up ACKs for T4; L soaks up INVITEs for 64·T1 after a 2xx, which
    /// the dialog repeats itself; an application that never answers is waited for a quarter of an hour. ACK:
    /// `taken`, or `passed` on to the dialog.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            way | state      | event   | next       | sent | heard  | then
            UDP | PROCEEDING | nothing | PROCEEDING | -    | -      | 900000 over
            UDP | PROCEEDING | again   | PROCEEDING | 100  | -      | 900000 over
            UDP | PROCEEDING | ACK     | PROCEEDING | -    | passed | 900000 over
            UDP | PROCEEDING | 180     | PROCEEDING | 180  | -      | 900000 over
            UDP | PROCEEDING | 200     | ACCEPTED   | 200  | -      | 32100 over
            UDP | PROCEEDING | 486     | COMPLETED  | 486  | -      | 600 486, 1600 486, 3600 486, 7600 486, 11600 486, 15600 486, 19600 486, 23600 486, 27600 486, 31600 486, 32100 over
            UDP | PROCEEDING | broken  | PROCEEDING | -    | -      | 900000 over
            UDP | PROCEEDING | stopped | TERMINATED | -    | over   | -
            UDP | COMPLETED  | nothing | COMPLETED  | -    | -      | 600 486, 1600 486, 3600 486, 7600 486, 11600 486, 15600 486, 19600 486, 23600 486, 27600 486, 31600 486, 32100 over
            UDP | COMPLETED  | again   | COMPLETED  | 486  | -      | 600 486, 1600 486, 3600 486, 7600 486, 11600 486, 15600 486, 19600 486, 23600 486, 27600 486, 31600 486, 32100 over
            UDP | COMPLETED  | ACK     | CONFIRMED  | -    | taken  | 5100 over
            UDP | COMPLETED  | 200     | COMPLETED  | -    | -      | 600 486, 1600 486, 3600 486, 7600 486, 11600 486, 15600 486, 19600 486, 23600 486, 27600 486, 31600 486, 32100 over
            UDP | COMPLETED  | broken  | COMPLETED  | -    | -      | 600 486, 1600 486, 3600 486, 7600 486, 11600 486, 15600 486, 19600 486, 23600 486, 27600 486, 31600 486, 32100 over
            UDP | COMPLETED  | stopped | TERMINATED | -    | over   | -
            UDP | CONFIRMED  | nothing | CONFIRMED  | -    | -      | 5100 over
            UDP | CONFIRMED  | again   | CONFIRMED  | -    | -      | 5100 over
            UDP | CONFIRMED  | ACK     | CONFIRMED  | -    | taken  | 5100 over
            UDP | CONFIRMED  | 200     | CONFIRMED  | -    | -      | 5100 over
            UDP | CONFIRMED  | broken  | CONFIRMED  | -    | -      | 5100 over
            UDP | CONFIRMED  | stopped | TERMINATED | -    | over   | -
            UDP | ACCEPTED   | nothing | ACCEPTED   | -    | -      | 32100 over
            UDP | ACCEPTED   | again   | ACCEPTED   | -    | -      | 32100 over
            UDP | ACCEPTED   | ACK     | ACCEPTED   | -    | passed | 32100 over
            UDP | ACCEPTED   | 180     | ACCEPTED   | -    | -      | 32100 over
            UDP | ACCEPTED   | 486     | ACCEPTED   | -    | -      | 32100 over
            UDP | ACCEPTED   | broken  | ACCEPTED   | -    | -      | 32100 over
            UDP | ACCEPTED   | stopped | TERMINATED | -    | over   | -
            UDP | TERMINATED | again   | TERMINATED | -    | -      | -
            UDP | TERMINATED | ACK     | TERMINATED | -    | passed | -
            UDP | TERMINATED | 200     | TERMINATED | -    | -      | -
            UDP | TERMINATED | broken  | TERMINATED | -    | -      | -
            UDP | TERMINATED | stopped | TERMINATED | -    | -      | -
            TCP | PROCEEDING | again   | PROCEEDING | 100  | -      | 900000 over
            TCP | PROCEEDING | 200     | ACCEPTED   | 200  | -      | 32100 over
            TCP | PROCEEDING | 486     | COMPLETED  | 486  | -      | 32100 over
            TCP | COMPLETED  | nothing | COMPLETED  | -    | -      | 32100 over
            TCP | COMPLETED  | again   | COMPLETED  | 486  | -      | 32100 over
            TCP | COMPLETED  | ACK     | CONFIRMED  | -    | taken  | 110 over
            TCP | COMPLETED  | broken  | COMPLETED  | -    | -      | 32100 over
            TCP | CONFIRMED  | ACK     | CONFIRMED  | -    | taken  | 110 over
            TCP | ACCEPTED   | again   | ACCEPTED   | -    | -      | 32100 over
            """)
    void theInviteServer(
            Transport way,
            InviteServer.State state,
            String event,
            InviteServer.State next,
            String sent,
            String heard,
            String then) {
        var machine = new InviteServer(bench.surroundings(500), MachineBench.hop(way), bench::over);
        respond(machine, 100);
        bench.run(100);
        switch (state) {
            case PROCEEDING -> {}
            case COMPLETED -> respond(machine, 486);
            case CONFIRMED -> {
                respond(machine, 486);
                machine.acknowledged();
            }
            case ACCEPTED -> respond(machine, 200);
            case TERMINATED -> machine.terminate();
        }
        assertThat(machine.state()).isEqualTo(state);
        assertThat(machine.answered()).isEqualTo(state != InviteServer.State.PROCEEDING);
        bench.forget();
        if (event.equals("ACK")) {
            bench.hear(machine.acknowledged() ? "taken" : "passed");
        } else {
            happen(machine, event);
        }
        assertThat(machine.state()).isEqualTo(next);
        bench.expect(sent, heard, then);
        assertThat(machine.state()).isEqualTo(InviteServer.State.TERMINATED);
    }

    /// RFC 3261 figure 8. Timer J keeps the answer for 64·T1; an application that never answers is waited for
    /// twice as long as any client waits.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            way | state      | event   | next       | sent | heard | then
            UDP | TRYING     | nothing | TRYING     | -    | -     | 64000 over
            UDP | TRYING     | again   | TRYING     | -    | -     | 64000 over
            UDP | TRYING     | 100     | PROCEEDING | 100  | -     | 64000 over
            UDP | TRYING     | 200     | COMPLETED  | 200  | -     | 32100 over
            UDP | TRYING     | 486     | COMPLETED  | 486  | -     | 32100 over
            UDP | TRYING     | broken  | TRYING     | -    | -     | 64000 over
            UDP | TRYING     | stopped | TERMINATED | -    | over  | -
            UDP | PROCEEDING | nothing | PROCEEDING | -    | -     | 64000 over
            UDP | PROCEEDING | again   | PROCEEDING | 100  | -     | 64000 over
            UDP | PROCEEDING | 100     | PROCEEDING | 100  | -     | 64000 over
            UDP | PROCEEDING | 200     | COMPLETED  | 200  | -     | 32100 over
            UDP | PROCEEDING | 486     | COMPLETED  | 486  | -     | 32100 over
            UDP | PROCEEDING | broken  | PROCEEDING | -    | -     | 64000 over
            UDP | PROCEEDING | stopped | TERMINATED | -    | over  | -
            UDP | COMPLETED  | nothing | COMPLETED  | -    | -     | 32100 over
            UDP | COMPLETED  | again   | COMPLETED  | 200  | -     | 32100 over
            UDP | COMPLETED  | 100     | COMPLETED  | -    | -     | 32100 over
            UDP | COMPLETED  | 486     | COMPLETED  | -    | -     | 32100 over
            UDP | COMPLETED  | broken  | COMPLETED  | -    | -     | 32100 over
            UDP | COMPLETED  | stopped | TERMINATED | -    | over  | -
            UDP | TERMINATED | again   | TERMINATED | -    | -     | -
            UDP | TERMINATED | 200     | TERMINATED | -    | -     | -
            UDP | TERMINATED | broken  | TERMINATED | -    | -     | -
            UDP | TERMINATED | stopped | TERMINATED | -    | -     | -
            TCP | TRYING     | again   | TRYING     | -    | -     | 64000 over
            TCP | TRYING     | 200     | COMPLETED  | 200  | -     | 110 over
            TCP | PROCEEDING | again   | PROCEEDING | 100  | -     | 64000 over
            TCP | PROCEEDING | 486     | COMPLETED  | 486  | -     | 110 over
            TCP | COMPLETED  | again   | COMPLETED  | 200  | -     | 110 over
            """)
    void theOtherServer(
            Transport way,
            OtherServer.State state,
            String event,
            OtherServer.State next,
            String sent,
            String heard,
            String then) {
        var machine = new OtherServer(bench.surroundings(500), MachineBench.hop(way), bench::over);
        bench.run(100);
        switch (state) {
            case TRYING -> {}
            case PROCEEDING -> respond(machine, 100);
            case COMPLETED -> respond(machine, 200);
            case TERMINATED -> machine.terminate();
        }
        assertThat(machine.state()).isEqualTo(state);
        bench.forget();
        happen(machine, event);
        assertThat(machine.state()).isEqualTo(next);
        bench.expect(sent, heard, then);
        assertThat(machine.state()).isEqualTo(OtherServer.State.TERMINATED);
    }

    private void happen(ServerTransaction machine, String event) {
        switch (event) {
            case "nothing" -> {}
            case "again" -> machine.receivedAgain();
            case "broken" -> bench.breakTheWay();
            case "stopped" -> machine.terminate();
            default -> respond(machine, Integer.parseInt(event));
        }
    }

    private static void respond(ServerTransaction machine, int status) {
        machine.respond(status, MachineBench.reply(status));
    }
}
