package cn.jianfu.report.console;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps no access tokens: the console calls nobody in the user's name. */
final class NoAuthorizedClients implements ServerOAuth2AuthorizedClientRepository {

  @Override
  public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
      String registration, Authentication user, ServerWebExchange exchange) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> saveAuthorizedClient(
      OAuth2AuthorizedClient client, Authentication user, ServerWebExchange exchange) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> removeAuthorizedClient(
      String registration, Authentication user, ServerWebExchange exchange) {
    return Mono.empty();
  }
}
