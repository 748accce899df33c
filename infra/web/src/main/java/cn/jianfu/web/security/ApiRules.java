package cn.jianfu.web.security;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/**
 * Who may call which path, as a bean of the service. Asked in order; what no rule names needs a
 * valid token.
 */
@FunctionalInterface
public interface ApiRules {

  void apply(AuthorizeExchangeSpec paths);
}
