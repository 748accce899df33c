package cn.jianfu.report.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OIDC issuer that people log in with. Addresses are explicit, so that the console starts while
 * the issuer is away and may reach it by another address than browsers do.
 *
 * @param issuer as it stands in the tokens
 * @param authorizationUri where browsers log in
 * @param endSessionUri where browsers log out; null when the issuer has no such place
 * @param userInfoUri null when the ID token carries the claims {@code roles}, {@code unit}, {@code
 *     name}
 */
@ConfigurationProperties("jianfu.console.login")
record LoginProperties(
    String issuer,
    String authorizationUri,
    String tokenUri,
    String jwkSetUri,
    @Nullable String endSessionUri,
    @Nullable String userInfoUri,
    @DefaultValue("jianfu-console") String clientId,
    String clientSecret,
    @DefaultValue({"openid", "profile"}) List<String> scopes) {}
