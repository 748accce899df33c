package cn.jianfu.report.console;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** How people log in: the OIDC code flow with PKCE against one issuer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginProperties.class)
class ConsoleLogin {

  static final String REGISTRATION = "jianfu";

  /** Where a login starts. */
  static final String START = "/oauth2/authorization/" + REGISTRATION;

  @Bean
  ReactiveClientRegistrationRepository clientRegistrations(LoginProperties login) {
    var registration =
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(login.clientId())
            .clientSecret(login.clientSecret())
            .clientAuthenticationMethod(
                login.clientSecret() == null || login.clientSecret().isBlank()
                    ? ClientAuthenticationMethod.NONE
                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .scope(login.scopes())
            .issuerUri(login.issuer())
            .authorizationUri(login.authorization())
            .tokenUri(login.token())
            .jwkSetUri(login.keys())
            .userInfoUri(login.userInfoUri())
            .userNameAttributeName("sub")
            .clientName("Jianfu")
            .build();
    return new InMemoryReactiveClientRegistrationRepository(registration);
  }

  /** Asks for user information only where the issuer has it: the ID token may say everything. */
  @Bean
  OidcReactiveOAuth2UserService oidcUsers(LoginProperties login) {
    var users = new OidcReactiveOAuth2UserService();
    users.setRetrieveUserInfo(request -> login.userInfoUri() != null);
    return users;
  }
}
