/// Dialogs and the legs made of them (RFC 3261 §12–15), above transactions and below the application.
///
/// **Purpose.** A *leg* is one call between the application and one peer. It has one INVITE, and of all dialogs which
/// that INVITE makes at most one lasts:
///
/// ```
///  CalledLeg  ── Progression ── ReliableProvisionals     our 1xx, those with PRACK (RFC 3262 §3), the held 2xx
///      │
///      ├── Conversation ── Dialog                        one dialog from its first 1xx to its BYE: tags, routes,
/// numbers
///      │        ├── Exchange                             whose offer is open (RFC 3264, RFC 6337)
///      │        ├── OfferDesk                            the peer's re-INVITE, UPDATE, PRACK with an offer
///      │        ├── Reoffers ── Reoffer                  ours: one at a time, again after glare (491) or Retry-After
///      │        └── SessionTimer ── SessionTerms         who refreshes, and the end when nobody does (RFC 4028)
///      │
///  CallingLeg ── Forks ── Receipts                       a Conversation for each To tag, each with its own PRACKs
///             └─ Answers                                 every 2xx is acknowledged; one too many gets BYE
/// ```
///
/// `Leg` holds what both kinds share: verbs go to the conversation at hand, which is the confirmed one, else the early
/// one whose offer is open, else the early one heard last. `Requests` sends, and words a request anew after a
/// challenge (401, 407) or a session interval too short (422).
///
/// **Choices.**
/// * *Early media* with a session description goes out reliably to peers that support 100rel; the 2xx then waits for
///   its PRACK (RFC 3262 §3) and repeats the description, unless an UPDATE has changed it since.
/// * *Offers* go by UPDATE while the call is early and by re-INVITE once it is established; what cannot go yet waits.
///   At most one offer of the peer lies before the application, whatever fork it is from: others get 500.
/// * *Session timers* run with every peer. One that does not know them is asked at half time by UPDATE or re-INVITE;
///   only silence, 408 or 481 ends its call.
/// * *Redirection* (3xx) is a final answer, told as Rejected. The stack never follows it: a Contact of a peer's
///   choosing is how toll fraud begins. An application that trusts the redirector places the call itself.
/// * *Forks* beyond twenty are heard, but make no dialog.
///
/// **Invariants.** Touched by the loop's thread alone; a leg's public verbs post to it. Each leg's listener hears
/// exactly one Ended or Rejected, and nothing after it. Every state has a timer that ends it: no leg outlives its peer
/// by more than ten minutes unanswered, or its session interval answered, and none leaves a timer behind.
@NullMarked
package org.hotline400.sip.internal.dialog;

import org.jspecify.annotations.NullMarked;
