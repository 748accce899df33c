package cn.jianfu.identity.client;

import cn.jianfu.identity.IdentitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows the authorization server our clients; a disabled one does not exist for it. */
@Component
class RegisteredClients implements RegisteredClientRepository {

  private final Clients clients;
  private final IdentitySettings settings;

  RegisteredClients(Clients clients, IdentitySettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  @Override
  public void save(RegisteredClient registeredClient) {
    throw new UnsupportedOperationException("clients are changed through the administration API");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clients.find(clientId).filter(Client::enabled).map(this::registered).orElse(null);
  }

  private RegisteredClient registered(Client client) {
    RegisteredClient.Builder builder =
        RegisteredClient.withId(client.id())
            .clientId(client.id())
            .clientName(client.profile().name())
            .clientIdIssuedAt(client.createdAt())
            .clientSecret(client.secretHash())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return client.profile().isWeb()
        ? web(builder, client.profile())
        : builder
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenSettings(
                TokenSettings.builder().accessTokenTimeToLive(settings.clientTokenLife()).build())
            .build();
  }

  private RegisteredClient web(RegisteredClient.Builder builder, Client.Profile profile) {
    return builder
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUris(uris -> uris.addAll(profile.redirectUris()))
        .postLogoutRedirectUris(uris -> uris.addAll(profile.postLogoutRedirectUris()))
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(settings.userTokenLife())
                .refreshTokenTimeToLive(settings.refreshTokenLife())
                .reuseRefreshTokens(false)
                .build())
        .build();
  }
}
