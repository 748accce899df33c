package cn.jianfu.identity.security;

import cn.jianfu.identity.client.Clients;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * Nothing but our own style sheet and forms. The login form also names where the login ends,
 * because browsers hold a form's redirects against {@code form-action} too.
 */
@Component
class ContentSecurity implements HeaderWriter {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  private final Clients clients;

  ContentSecurity(Clients clients) {
    this.clients = clients;
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY + loginEnds(request));
  }

  private String loginEnds(HttpServletRequest request) {
    String path = request.getServletPath();
    if (!"/login".equals(path) && !"/password".equals(path)) {
      return "";
    }
    return clients.redirectOrigins().stream()
        .sorted()
        .map(origin -> " " + origin)
        .reduce("", String::concat);
  }
}
