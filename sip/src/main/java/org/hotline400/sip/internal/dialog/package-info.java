/// Dialogs and the legs made of them (RFC 3261 §12–15), above transactions and below the application.
///
/// **Purpose.** A *leg* is one call between the application and one peer. It has one INVITE, and of all dialogs
/// which that INVITE makes at most one lasts:
///
/// ```
///  CalledLeg ─── Progression ── ReliableProvisionals   our 1xx, those with PRACK (RFC 3262 §3), the held 2xx
///      │
///      ├── Conversation ── Dialog        one dialog from its first 1xx to its BYE: tags, routes, numbers, target
///      │        ├── Exchange             whose offer is open, what holds (RFC 3264, RFC 6337)
///      │        ├── OfferDesk            the peer's re-INVITE, UPDATE, PRACK with an offer (RefusedStreams)
///      │        ├── Reoffers ── Reoffer  ours: one at a time, again after glare (491) or Retry-After
///      │        ├── Repetition           our 2xx, said again until its ACK comes
///      │        └── SessionTimer ── SessionTerms   who refreshes, and the end when nobody does (RFC 4028)
///      │
///  CallingLeg ── Forks ── Receipts       a Conversation for each To tag, each with its own PRACKs
///             └─ Answers ── Acknowledgement   every 2xx is acknowledged; one too many gets BYE
/// ```
///
/// A called leg has one conversation from the start; a calling leg has as many as there are forks, until a 2xx
/// picks one and the others are dropped. Within a conversation the exchange says whether an offer may go or be
/// taken, the offer desk and the reoffers are its only writers but for the INVITE's own offer and answer, and
/// each waits for the other. `Leg` holds what both kinds share: verbs go to the conversation at hand, which is
/// the confirmed one, else the early one whose offer is open, else the early one heard last. `LegVoice` is how
/// all of it speaks to the listener; `LegState` is where a leg stands, for tests and traces.
///
/// Under them:
/// * `Endpoint`: what legs share, and the table of living legs by our tag; `InDialog` is a leg as that table
///   sees it, `Inbound` a request that came for one.
/// * `Requests` sends a `Draft` (made by `Dialog` or `Drafts`): `Hops` finds the `Way`s within the limit of a
///   `LookUp`, `Setbacks` puts those that failed lately last; a request is worded anew after a challenge (401,
///   407) or a session interval too short (422). `Forgotten` stands for the sender who does not care.
/// * `OutOfDialog`: requests of no leg, such as REGISTER and OPTIONS.
/// * `Identity` (who we are: Via, Contact, tags), `Nat` (where a peer is that is not where it says),
///   `Abilities` (what we allow and support), `Reasons` (Reason headers), `Phrases`, `Numbers`.
///
/// **Owns.** The living legs, the hops set back, the challenges known, the requests outside dialogs not yet
/// answered. Sockets, transactions, timers and the registrar are others'.
///
/// **Choices.**
/// * *Early media* with a session description goes out reliably to peers that support 100rel; the 2xx then
///   waits for its PRACK (RFC 3262 §3) and repeats the description, unless it was our offer or an UPDATE has
///   changed it since.
/// * *Offers* go by UPDATE while the call is early and by re-INVITE once it is established; what cannot go yet
///   waits. At most one offer of the peer lies before the application, whatever fork it is from: others get
///   500.
/// * *Session timers* run with every peer, never below 90 s. One that does not know them is asked at half time
///   by UPDATE or re-INVITE; only silence, 408 or 481 ends its call.
/// * *A target* that moves to another host or port takes the call off the hop it was pinned to over UDP; a
///   connection stays, and so does a peer behind a NAT.
/// * *Credentials* go ahead with each request of a call that was challenged; the ACK repeats those of its
///   INVITE.
/// * *Redirection* (3xx) is a final answer, told as Rejected. The stack never follows it: a Contact of a peer's
///   choosing is how toll fraud begins. An application that trusts the redirector places the call itself.
/// * *Forks* beyond twenty are heard, but make no dialog; their answers are not heard.
///
/// **Invariants.** Touched by the loop's thread alone; a leg's public verbs post to it. Each leg's listener
/// hears exactly one Ended or Rejected, and nothing after it. Every state has a timer that ends it, a look-up
/// too (64·T1): no leg outlives its peer by more than ten minutes unanswered, or its session interval answered,
/// and none leaves a timer behind.
@NullMarked
package org.hotline400.sip.internal.dialog;

import org.jspecify.annotations.NullMarked;
