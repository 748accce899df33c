package cn.jianfu.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the web console does to log somebody in: the code flow with PKCE. */
final class ConsoleLogin {

  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final String verifier = "a-verifier-of-forty-three-characters-or-more";
  private final Api api;

  ConsoleLogin(Api api) {
    this.api = api;
  }

  String authorizePath() {
    return "/oauth2/authorize?"
        + Api.form(
            Map.of(
                "response_type", "code",
                "client_id", "report-console",
                "redirect_uri", IdentityServer.REDIRECT,
                "scope", "openid profile",
                "state", "the-state",
                "nonce", "the-nonce",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
  }

  Api.Answer redeem(URI redirected) {
    return redeem(redirected, verifier);
  }

  Api.Answer redeem(URI redirected, String withVerifier) {
    Matcher code = CODE.matcher(redirected.toString());
    if (!code.find()) {
      throw new IllegalStateException("no code in " + redirected);
    }
    return api.token(
        "report-console",
        IdentityServer.CONSOLE_SECRET,
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code.group(1),
            "redirect_uri",
            IdentityServer.REDIRECT,
            "code_verifier",
            withVerifier));
  }

  Api.Answer refresh(String refreshToken) {
    return api.token(
        "report-console",
        IdentityServer.CONSOLE_SECRET,
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
