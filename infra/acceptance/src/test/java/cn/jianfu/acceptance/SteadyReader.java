package cn.jianfu.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who has logged in to the console and opens page after page. */
final class SteadyReader {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final URI console;

  SteadyReader(URI console) {
    this.console = console;
  }

  /** By the login page of identity, to which the console leads. */
  void logIn(String user, String password) throws IOException, InterruptedException {
    HttpResponse<String> page = get("/oauth2/authorization/jianfu");
    HttpResponse<String> first =
        post(
            page.uri().resolve("/login"),
            List.of("username", user, "password", password, "_csrf", tokenOn(page)));
    if (!isOfTheConsole(first)) {
      throw new IllegalStateException("The login led to " + first.uri() + ": " + first.body());
    }
  }

  /** Empty when the page came, and for somebody who is logged in; else what came. */
  String open(String path) throws InterruptedException {
    try {
      HttpResponse<String> page = get(path);
      return isOfTheConsole(page) && page.body().contains("/logout")
          ? ""
          : path + ": " + page.statusCode() + " of " + page.uri() + " " + page.body();
    } catch (IOException e) {
      return path + ": " + e;
    }
  }

  /** With the token of a page that another instance may have given. */
  int logOut() throws IOException, InterruptedException {
    return post(console.resolve("/logout"), List.of("_csrf", tokenOn(get("/")))).statusCode();
  }

  private boolean isOfTheConsole(HttpResponse<String> page) {
    return page.statusCode() == 200 && page.uri().getAuthority().equals(console.getAuthority());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(console.resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(URI to, List<String> form)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < form.size(); i += 2) {
      body.append(form.get(i))
          .append('=')
          .append(URLEncoder.encode(form.get(i + 1), StandardCharsets.UTF_8))
          .append('&');
    }
    return http.send(
        request(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(URI to) {
    return HttpRequest.newBuilder(to).timeout(Duration.ofSeconds(60)).header("Accept", "text/html");
  }

  private static String tokenOn(HttpResponse<String> page) {
    Matcher field = CSRF.matcher(page.body());
    if (!field.find()) {
      throw new IllegalStateException("no form at " + page.uri() + ": " + page.body());
    }
    return field.group(1);
  }
}
