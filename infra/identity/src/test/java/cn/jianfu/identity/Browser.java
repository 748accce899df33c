package cn.jianfu.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's browser: keeps cookies, follows redirects inside the issuer, fills in forms. */
final class Browser {

  private static final Pattern CSRF =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final String issuer;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  Browser(String issuer) {
    this.issuer = issuer;
  }

  /** Where the browser ended: a page of the issuer, or an address outside of it. */
  record Page(int status, URI address, String html, HttpResponse<String> raw) {}

  Page open(String path) {
    return follow(HttpRequest.newBuilder(URI.create(issuer).resolve(path)), issuer);
  }

  Page submit(Page page, String path, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("_csrf", csrf(page));
    return submit(path, form);
  }

  Page submit(String path, Map<String, String> form) {
    return follow(
        HttpRequest.newBuilder(URI.create(issuer).resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Api.form(form))),
        issuer);
  }

  Page login(Page loginPage, String user, String password) {
    return submit(loginPage, "/login", Map.of("username", user, "password", password));
  }

  List<String> cookieNames() {
    return cookies.getCookieStore().getCookies().stream().map(HttpCookie::getName).toList();
  }

  private Page follow(HttpRequest.Builder request, String inside) {
    HttpRequest sent = request.header("Accept", "text/html").build();
    for (int hops = 0; hops < 10; hops++) {
      HttpResponse<String> answer = send(sent);
      String location = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() / 100 != 3) {
        return new Page(answer.statusCode(), answer.uri(), answer.body(), answer);
      }
      URI next = answer.uri().resolve(location);
      if (!next.toString().startsWith(inside + "/")) {
        return new Page(answer.statusCode(), next, "", answer);
      }
      sent = HttpRequest.newBuilder(next).header("Accept", "text/html").build();
    }
    throw new IllegalStateException("redirected in circles");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String csrf(Page page) {
    Matcher field = CSRF.matcher(page.html());
    if (!field.find()) {
      throw new IllegalStateException("no form with a CSRF token in: " + page.html());
    }
    return field.group(1) == null ? field.group(2) : field.group(1);
  }
}
