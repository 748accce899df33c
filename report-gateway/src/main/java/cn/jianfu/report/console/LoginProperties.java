package cn.jianfu.report.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OIDC issuer that people log in with. Addresses are explicit, so that the console starts while
 * the issuer is away and may reach it by another address than browsers do; those that are not given
 * are the default issuer's.
 *
 * @param issuer as it stands in the tokens
 * @param authorizationUri where browsers log in
 * @param endSessionUri where browsers log out; empty when the issuer has no such place
 * @param userInfoUri null when the ID token carries the claims {@code roles}, {@code unit}, {@code
 *     name}
 * @param clientSecret null for a public client
 */
@ConfigurationProperties("jianfu.console.login")
record LoginProperties(
    @DefaultValue("http://127.0.0.1:9000") String issuer,
    @Nullable String authorizationUri,
    @Nullable String tokenUri,
    @Nullable String jwkSetUri,
    @Nullable String endSessionUri,
    @Nullable String userInfoUri,
    @DefaultValue("jianfu-console") String clientId,
    @Nullable String clientSecret,
    @DefaultValue({"openid", "profile"}) List<String> scopes) {

  String authorization() {
    return authorizationUri == null ? issuer + "/oauth2/authorize" : authorizationUri;
  }

  String token() {
    return tokenUri == null ? issuer + "/oauth2/token" : tokenUri;
  }

  String keys() {
    return jwkSetUri == null ? issuer + "/oauth2/jwks" : jwkSetUri;
  }

  String endSession() {
    return endSessionUri == null ? issuer + "/connect/logout" : endSessionUri;
  }
}
