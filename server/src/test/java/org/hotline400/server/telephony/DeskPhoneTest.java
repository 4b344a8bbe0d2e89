package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.Transport;
import org.junit.jupiter.api.Test;

/// Desk phones of an enterprise on an exchange, over real SIP: they register, are rung, and call.
class DeskPhoneTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4008888888");
    private static final TenantId SHOP = new TenantId(new UUID(0, 8));
    private static final TenantId OTHERS = new TenantId(new UUID(0, 9));

    private static Object dial(Phone phone) {
        return phone.dial(new DialOrder(
                SHOP,
                new Target.Extension("8001"),
                Optional.of(NUMBER),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                false));
    }

    private static TestPhone reception(PhoneLab lab) throws Exception {
        lab.phones.add(SHOP, "reception", "8001");
        return new TestPhone(lab.stack.address(), "reception", KnownPhones.PASSWORD);
    }

    @Test
    void aPhoneRegistersAndItsExtensionRings() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            var granted = phone.register(phone.contact());
            assertThat(granted.status()).isEqualTo(200);
            assertThat(granted.header("Contact").orElseThrow()).contains("reception@127.0.0.1", "expires=3600");

            lab.simulator.carrier().call("4008888888", "13812345678");
            var call = phone.awaitRung();
            assertThat(call.leg().invite().header("From").orElseThrow()).contains("13812345678");
            assertThat(call.leg().invite().header("Diversion").orElseThrow()).contains("4008888888");
            call.answer();
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            DialOutcome.Reached.class,
                            reached -> assertThat(reached.signalling().trunk()).isEqualTo("phone:reception"));
        }
    }

    @Test
    void aPhoneBehindANatIsRungThroughIt() throws Exception {
        var inside = new InetSocketAddress(InetAddress.ofLiteral("10.20.30.40"), 5060);
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial)) {
            lab.phones.add(SHOP, "reception", "8001");
            try (var phone = new TestPhone(
                    lab.stack.address(), "reception", KnownPhones.PASSWORD, settings -> settings.advertising(inside))) {
                phone.register("<sip:reception@10.20.30.40:5060>");
                lab.simulator.carrier().call("4008888888", "13812345678");
                var call = phone.awaitRung();
                assertThat(call.leg().invite().uri().host()).isEqualTo("10.20.30.40");
                call.answer();
                assertThat(lab.outcome()).isInstanceOf(DialOutcome.Reached.class);
                // ACK and BYE find the way too.
                assertThat(call.ended().by()).isEqualTo(LegEvent.Side.PEER);
            }
        }
    }

    @Test
    void aPhoneOnAConnectionIsRungOverIt() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            phone.register(Transport.TCP, "<sip:reception@10.20.30.40:5060;transport=tcp>");
            lab.simulator.carrier().call("4008888888", "13812345678");
            var call = phone.awaitRung();
            assertThat(call.leg().source().transport()).isEqualTo(Transport.TCP);
            call.answer();
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.Reached.class);
        }
    }

    @Test
    void whatAPhoneRegistersNeverHasACarrierCalled() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            var carrier = "127.0.0.1:" + lab.simulator.carrier().address().getPort();
            var self = "127.0.0.1:" + phone.stack.address().getPort();
            phone.register("<sip:0085212345678@" + carrier + ">");
            phone.register("<sip:0085212345678@" + self + ";maddr=" + carrier.replaceAll(":.*", "") + ">;q=0.9");
            phone.register("<sip:0085212345678@" + self + ">;q=0.8", new SipHeader("Path", "<sip:" + carrier + ";lr>"));
            lab.simulator.carrier().call("4008888888", "13812345678");
            for (var ring = 0; ring < 3; ring++) {
                var call = phone.awaitRung();
                assertThat(call.leg().invite().uri().user()).contains("0085212345678");
                call.leg().reject(org.hotline400.sip.SipReply.of(486, "Busy Here"));
            }
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.Busy.class);
            assertThat(lab.simulator.carrier().received())
                    .noneMatch(request -> request.method().equals("INVITE"));
        }
    }

    @Test
    void nobodyRegistersFromWhereACarrierIsCalled() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var forger = reception(lab)) {
            lab.others.add(forger.stack.address());
            assertThat(forger.register(forger.contact()).status()).isEqualTo(403);
            assertThat(lab.registrar.bindings("reception")).isEmpty();
        }
    }

    @Test
    void aPhonesCallOverATrunkNamesNeitherItsExtensionNorItsName() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.dial(new DialOrder(
                        SHOP,
                        new Target.Line("13900001111"),
                        Optional.of(NUMBER),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        false)));
                var phone = reception(lab)) {
            lab.simulator.carrier().phone("13900001111", org.hotline400.simulator.Behaviour.busy());
            phone.register(phone.contact());
            phone.call("4008888888");
            lab.outcome();
            var invite = lab.simulator.carrier().invitesTo("13900001111").getFirst();
            assertThat(invite.header("From").orElseThrow()).contains("anonymous.invalid");
            assertThat(invite.header("P-Asserted-Identity")).isEmpty();
            assertThat(invite.header("Diversion").orElseThrow()).contains("4008888888");
            assertThat(invite.text()).doesNotContain("8001", KnownPhones.NAME);
        }
    }

    @Test
    void thePhonesOfSeveralPrioritiesShareTheRingTime() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dialledFor);
                var desk = reception(lab);
                var cellar = new TestPhone(lab.stack.address(), "reception", KnownPhones.PASSWORD)) {
            cellar.register(cellar.contact() + ";q=0.1");
            desk.register(desk.contact() + ";q=0.9");
            lab.simulator.carrier().call("4008888888", "13812345678");
            desk.awaitRung().ring();
            cellar.awaitRung().ring();
            assertThat((Duration) lab.outcome()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(3500));
        }
    }

    /// How long two seconds of ringing took.
    private static Object dialledFor(Phone phone) {
        var begin = System.nanoTime();
        phone.dial(new DialOrder(
                SHOP,
                new Target.Extension("8001"),
                Optional.of(NUMBER),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                false));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void twoPhonesOfOneAccountRingTogetherAndTheSlowerShowsNoMissedCall() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var desk = reception(lab);
                var kitchen = new TestPhone(lab.stack.address(), "reception", KnownPhones.PASSWORD)) {
            desk.register(desk.contact());
            kitchen.register(kitchen.contact());
            lab.simulator.carrier().call("4008888888", "13812345678");
            var slower = kitchen.awaitRung();
            slower.ring();
            desk.awaitRung().answer();
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.Reached.class);
            assertThat(slower.ended().reason().text()).isEqualTo("Call completed elsewhere");
        }
    }

    @Test
    void thePreferredPhoneRingsFirst() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var desk = reception(lab);
                var cellar = new TestPhone(lab.stack.address(), "reception", KnownPhones.PASSWORD)) {
            cellar.register(cellar.contact() + ";q=0.1");
            desk.register(desk.contact() + ";q=0.9");
            lab.simulator.carrier().call("4008888888", "13812345678");
            var first = desk.awaitRung();
            assertThat(cellar.rung).isEmpty();
            first.leg().reject(org.hotline400.sip.SipReply.of(486, "Busy Here"));
            cellar.awaitRung().answer();
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.Reached.class);
        }
    }

    @Test
    void aPhoneThatIsNotThereIsUnreachable() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            phone.register(phone.contact());
            assertThat(phone.register("*", new SipHeader("Expires", "0")).status())
                    .isEqualTo(200);
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            DialOutcome.Unreachable.class,
                            outcome -> assertThat(outcome.signalling().text())
                                    .isEqualTo("no phone with extension 8001 is registered"));
        }
    }

    @Test
    void theExtensionOfAnotherEnterpriseIsNotOurs() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial)) {
            lab.phones.add(OTHERS, "stranger", "8001");
            try (var phone = new TestPhone(lab.stack.address(), "stranger", KnownPhones.PASSWORD)) {
                phone.register(phone.contact());
                lab.simulator.carrier().call("4008888888", "13812345678");
                assertThat(lab.outcome()).isInstanceOf(DialOutcome.Unreachable.class);
                assertThat(phone.rung).isEmpty();
            }
        }
    }

    @Test
    void aCallerWhoWantsPrivacyIsNotNamedToAPhone() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            phone.register(phone.contact());
            lab.simulator
                    .carrier()
                    .call(org.hotline400.simulator.Order.to("4008888888")
                            .from("13812345678")
                            .with("Privacy", "id")
                            .with("Diversion", "<sip:01066660000@127.0.0.1>;reason=no-answer")
                            .with("P-Asserted-Identity", "<sip:13812345678@127.0.0.1>"));
            var invite = phone.awaitRung().leg().invite();
            assertThat(invite.text()).contains("Privacy: id").doesNotContain("13812345678", "01066660000");
        }
    }

    @Test
    void whoDoesNotKnowThePasswordNeitherRegistersNorCalls() throws Exception {
        try (var lab = PhoneLab.trustingNobody();
                var right = reception(lab);
                var wrong = new TestPhone(lab.stack.address(), "reception", "another-password")) {
            assertThat(wrong.register(wrong.contact()).status()).isEqualTo(403);
            assertThat(lab.registrar.bindings("reception")).isEmpty();
            assertThat(wrong.call("4008888888")
                            .next(LegEvent.Rejected.class)
                            .response()
                            .status())
                    .isEqualTo(403);
            assertThat(lab.refused
                            .poll(10, java.util.concurrent.TimeUnit.SECONDS)
                            .text())
                    .contains("credentials");
            assertThat(right.register(right.contact()).status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyRegistersForAnother() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            lab.phones.add(SHOP, "boss", "8002");
            var self = org.hotline400.sip.SipUri.of(
                    "boss", "127.0.0.1", lab.stack.address().getPort());
            var request = new org.hotline400.sip.OutgoingRequest(
                    "REGISTER",
                    new org.hotline400.sip.SipUri(
                            "sip", Optional.empty(), "127.0.0.1", self.port(), java.util.Map.of()),
                    Optional.empty(),
                    "<" + self + ">",
                    "<" + self + ">",
                    Optional.empty(),
                    java.util.List.of(new SipHeader("Contact", phone.contact())),
                    Optional.empty(),
                    Optional.of(new org.hotline400.sip.SipAccount("reception", KnownPhones.PASSWORD)),
                    Duration.ofSeconds(5));
            assertThat(phone.stack
                            .request(request)
                            .get(10, java.util.concurrent.TimeUnit.SECONDS)
                            .status())
                    .isEqualTo(403);
            assertThat(lab.registrar.bindings("boss")).isEmpty();
        }
    }

    @Test
    void aPhoneCallsA400NumberAsItselfWhateverItClaims() throws Exception {
        try (var lab = PhoneLab.leading(
                        phone -> phone.call().trunk() + " " + phone.call().callerRaw());
                var phone = reception(lab)) {
            phone.register(phone.contact());
            phone.call("4008888888", new SipHeader("P-Asserted-Identity", "<sip:13700000000@127.0.0.1>"));
            assertThat(lab.outcome()).isEqualTo("phone:reception 8001");
        }
    }

    @Test
    void phonesOfOneEnterpriseCallEachOtherByExtension() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            lab.phones.add(SHOP, "boss", "8002");
            try (var boss = new TestPhone(lab.stack.address(), "boss", KnownPhones.PASSWORD)) {
                phone.register(phone.contact());
                boss.register(boss.contact());
                var call = phone.call("8002");
                var ringing = boss.awaitRung();
                assertThat(ringing.leg().invite().header("From").orElseThrow()).contains("sip:8001@", KnownPhones.NAME);
                assertThat(ringing.leg().invite().header("Diversion")).isEmpty();
                ringing.answer();
                call.next(LegEvent.Answered.class);
                call.leg().end(org.hotline400.sip.EndReason.normal());
                ringing.ended();
            }
        }
    }

    @Test
    void aPhoneMakesNoCallsOut() throws Exception {
        try (var lab = PhoneLab.leading(DeskPhoneTest::dial);
                var phone = reception(lab)) {
            lab.phones.add(OTHERS, "stranger", "8002");
            phone.register(phone.contact());
            assertThat(phone.call("13812345678")
                            .next(LegEvent.Rejected.class)
                            .response()
                            .status())
                    .isEqualTo(403);
            assertThat(phone.call("8002")
                            .next(LegEvent.Rejected.class)
                            .response()
                            .status())
                    .isEqualTo(404);
            assertThat(lab.simulator.carrier().received())
                    .noneMatch(request -> request.method().equals("INVITE"));
        }
    }
}
