package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.identity.accounts.SignUps;
import org.hotline400.server.kernel.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Visitors who become customers.
@RestController
@RequestMapping("/api/v1/sign-ups")
@Tag(name = "identity")
class SignUpController {
    private final SignUps signUps;
    private final Doorway doorway;

    SignUpController(SignUps signUps, Doorway doorway) {
        this.signUps = signUps;
        this.doorway = doorway;
    }

    /// The account that is wanted.
    ///
    /// @param company the enterprise
    /// @param name the owner's own; his mail address when absent
    record Order(
            @Nullable String company,
            @Nullable String name,
            @Nullable String mail) {}

    /// The owner's password.
    record OwnersPassword(@Nullable String password) {
        @Override
        public String toString() {
            return "OwnersPassword";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirements
    @Operation(
            summary = "Asks for an enterprise's account; a mail tells how to go on",
            description = "Answers the same when the address has an account already; then the mail says so.")
    void ask(@RequestBody Order body) {
        var checks = new Checks();
        var company = checks.read("company", "malformed", body.company(), Tenants::checkedName);
        var name = checks.readIfPresent("name", "malformed", body.name(), Tenants::checkedName);
        var mail = checks.read("mail", "malformed", body.mail(), SignInName::mail);
        checks.done();
        var person =
                name.orElseGet(() -> Tenants.checkedName(shortened(mail.get().text())));
        signUps.ask(new SignUps.Order(company.get(), person, mail.get()));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }

    @PostMapping("/{token}")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "Makes the enterprise and its owner with a password, once for each mail, and signs him in")
    Doorway.SignedIn confirm(
            @PathVariable String token,
            @RequestBody OwnersPassword body,
            HttpServletRequest request,
            HttpServletResponse response) {
        var checks = new Checks();
        var password = checks.read("password", "malformed", body.password(), text -> text);
        checks.done();
        return doorway.letIn(MailedToken.redeem(token, password.get(), signUps::confirm), request, response);
    }
}
