package cn.jianfu.identity.security;

import cn.jianfu.identity.IdentitySettings;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The endpoints of OAuth 2 and OpenID Connect. */
@Configuration(proxyBeanMethods = false)
class IssuerSecurity {

  private static final Set<String> TOLD = Set.of("sub", "name", "roles", "unit");

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain issuerEndpoints(HttpSecurity http, AccountState accountState) {
    MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return http.with(new OAuth2AuthorizationServerConfigurer(), server -> endpoints(http, server))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(accountState, LogoutFilter.class)
        .exceptionHandling(errors ->
            errors.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint("/login"), browser))
        .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
        .build();
  }

  private static void endpoints(HttpSecurity http, OAuth2AuthorizationServerConfigurer server) {
    http.securityMatcher(server.getEndpointsMatcher());
    server.oidc(oidc -> oidc.userInfoEndpoint(info -> info.userInfoMapper(IssuerSecurity::told)));
  }

  private static OidcUserInfo told(OidcUserInfoAuthenticationContext context) {
    OidcIdToken token =
        Objects.requireNonNull(context.getAuthorization().getToken(OidcIdToken.class)).getToken();
    Map<String, Object> claims =
        token.getClaims().entrySet().stream()
            .filter(claim -> TOLD.contains(claim.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new OidcUserInfo(claims);
  }
}
