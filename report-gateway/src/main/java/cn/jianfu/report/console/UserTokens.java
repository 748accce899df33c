package cn.jianfu.report.console;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The user's token, fresh, to ask another service in the user's name. */
@Component
class UserTokens {

  private static final Logger LOG = LoggerFactory.getLogger(UserTokens.class);

  private final DefaultReactiveOAuth2AuthorizedClientManager clients;

  UserTokens(ReactiveClientRegistrationRepository registrations) {
    this.clients =
        new DefaultReactiveOAuth2AuthorizedClientManager(
            registrations, new TokenInSession(registrations));
    clients.setAuthorizedClientProvider(
        ReactiveOAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
  }

  /** Empty when the issuer is away or has ended the login: the page is shown with what is there. */
  Mono<Optional<String>> of(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .ofType(Authentication.class)
        .map(user -> request(user, exchange))
        .flatMap(clients::authorize)
        .map(client -> Optional.of(client.getAccessToken().getTokenValue()))
        .onErrorResume(UserTokens::without)
        .defaultIfEmpty(Optional.empty());
  }

  private static OAuth2AuthorizeRequest request(Authentication user, ServerWebExchange exchange) {
    return OAuth2AuthorizeRequest.withClientRegistrationId(ConsoleLogin.REGISTRATION)
        .principal(user)
        .attribute(ServerWebExchange.class.getName(), exchange)
        .build();
  }

  private static Mono<Optional<String>> without(Throwable failure) {
    LOG.info("A user's token could not be renewed: {}", failure.toString());
    return Mono.just(Optional.empty());
  }
}
