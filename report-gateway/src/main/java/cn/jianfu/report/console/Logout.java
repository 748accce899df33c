package cn.jianfu.report.console;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Ends the session here and then at the issuer. */
final class Logout implements ServerLogoutHandler, ServerLogoutSuccessHandler {

  private static final String DONE = "/logged-out";

  private final LoginProperties login;

  Logout(LoginProperties login) {
    this.login = login;
  }

  @Override
  public Mono<Void> logout(WebFilterExchange filter, Authentication user) {
    return filter.getExchange().getSession().flatMap(WebSession::invalidate);
  }

  @Override
  public Mono<Void> onLogoutSuccess(WebFilterExchange filter, Authentication user) {
    return SignIn.redirect(filter.getExchange(), target(filter, user));
  }

  private String target(WebFilterExchange filter, Authentication user) {
    if (login.endSession().isEmpty() || !(user.getPrincipal() instanceof OidcUser known)) {
      return DONE;
    }
    var here = filter.getExchange().getRequest().getURI();
    var back =
        UriComponentsBuilder.newInstance()
            .scheme(here.getScheme())
            .host(here.getHost())
            .port(here.getPort())
            .path(DONE);
    return UriComponentsBuilder.fromUriString(login.endSession())
        .queryParam("client_id", "{client}")
        .queryParam("id_token_hint", "{token}")
        .queryParam("post_logout_redirect_uri", "{back}")
        .encode()
        .buildAndExpand(login.clientId(), known.getIdToken().getTokenValue(), back.toUriString())
        .toUriString();
  }
}
