package cn.jianfu.report.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser of their own, without the browser. */
final class Visitor {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;

  Visitor(ConsoleApp app, HttpClient.Redirect redirects) {
    this(app.address(), redirects);
  }

  Visitor(String address, HttpClient.Redirect redirects) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(redirects)
            .build();
  }

  /** A visitor who is led through the login whenever a page asks for it. */
  static Visitor of(ConsoleApp app, TestIssuer.User user) {
    app.issuer.user = user;
    return new Visitor(app, HttpClient.Redirect.NORMAL);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).header("Accept", "text/html").GET().build());
  }

  /** As htmx asks for a part of a page. */
  HttpResponse<String> part(String path) {
    return get(path, "HX-Request", "true", "HX-Current-URL", address + path);
  }

  /** Sends a form as htmx does, with the token that the pages carry. */
  HttpResponse<String> post(String path, String... form) {
    var token = csrf();
    return send(
        request(path, "HX-Request", "true", "X-CSRF-TOKEN", token)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build());
  }

  /**
   * Sends a form with a file, as a browser does without scripts.
   *
   * @param file null when none was chosen
   * @param token whether the form says the token of its page
   */
  HttpResponse<String> postFile(
      String path, byte @Nullable [] file, boolean token, String... form) {
    var body = new ByteArrayOutputStream();
    for (int at = 0; at < form.length; at += 2) {
      part(body, "name=\"" + form[at] + "\"", form[at + 1].getBytes(StandardCharsets.UTF_8));
    }
    if (token) {
      part(body, "name=\"_csrf\"", csrf().getBytes(StandardCharsets.UTF_8));
    }
    part(
        body,
        "name=\"file\"; filename=\"" + (file == null ? "" : "台账.xlsx") + "\"",
        file == null ? new byte[0] : file);
    body.writeBytes("--BETWEEN--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=BETWEEN")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] value) {
    body.writeBytes(
        ("--BETWEEN\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(value);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> postWithoutToken(String path, String... form) {
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build());
  }

  HttpResponse<String> logOut() {
    return postWithoutToken("/logout", "_csrf", csrf());
  }

  /** An open stream; to be closed. */
  InputStream stream(String path) {
    try {
      var request = request(path).header("Accept", "text/event-stream").GET().build();
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  private String csrf() {
    var page = CSRF.matcher(get("/metrics").body());
    if (!page.find()) {
      throw new IllegalStateException("The page carries no token.");
    }
    return page.group(1);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String... form) {
    var pairs = new StringBuilder();
    for (int at = 0; at < form.length; at += 2) {
      pairs
          .append(pairs.isEmpty() ? "" : "&")
          .append(URLEncoder.encode(form[at], StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(form[at + 1], StandardCharsets.UTF_8));
    }
    return pairs.toString();
  }
}
