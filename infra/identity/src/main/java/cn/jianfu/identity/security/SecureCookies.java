package cn.jianfu.identity.security;

import cn.jianfu.identity.IdentitySettings;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecureCookies {

  /** Behind TLS the session's cookie never leaves over plain HTTP. */
  @Bean
  ServletContextInitializer secureWhenTheIssuerIs(IdentitySettings settings) {
    boolean secure = "https".equals(settings.issuer().getScheme());
    return context -> context.getSessionCookieConfig().setSecure(secure);
  }
}
