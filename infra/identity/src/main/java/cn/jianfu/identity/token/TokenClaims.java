package cn.jianfu.identity.token;

import cn.jianfu.identity.IdentitySettings;
import cn.jianfu.identity.client.Client;
import cn.jianfu.identity.client.Clients;
import cn.jianfu.identity.user.User;
import cn.jianfu.identity.user.Users;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Says in every token who it is for, as the store has it now and not as it was at the login. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private final Users users;
  private final Clients clients;
  private final IdentitySettings settings;

  TokenClaims(Users users, Clients clients, IdentitySettings settings) {
    this.users = users;
    this.clients = clients;
    this.settings = settings;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    // The id token stays addressed to the client alone.
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getClaims().audience(new ArrayList<>(settings.audience()));
    }
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      say(context, client(context.getRegisteredClient().getClientId()).profile());
    } else {
      Authentication person = Objects.requireNonNull(context.getPrincipal());
      say(context, user(person.getName()).profile());
    }
  }

  private static void say(JwtEncodingContext context, Client.Profile profile) {
    context.getClaims().claim("roles", new ArrayList<>(profile.roles()));
    if (profile.unit() != null) {
      context.getClaims().claim("unit", profile.unit());
    }
  }

  private static void say(JwtEncodingContext context, User.Profile profile) {
    context
        .getClaims()
        .claim("roles", new ArrayList<>(profile.roles()))
        .claim("unit", profile.unit())
        .claim("name", profile.name());
  }

  private Client client(String id) {
    return clients
        .find(id)
        .filter(Client::enabled)
        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
  }

  private User user(String id) {
    return users
        .find(id)
        .filter(User::enabled)
        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
  }
}
