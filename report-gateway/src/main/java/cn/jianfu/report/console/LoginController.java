package cn.jianfu.report.console;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** The pages that anybody may see, and the choice of language. */
@Controller
class LoginController {

  private static final Duration REMEMBERED = Duration.ofDays(365);

  @GetMapping("/login")
  Rendering login(
      @RequestParam(required = false) @Nullable String why,
      @RequestParam(required = false) @Nullable String back) {
    return Rendering.view("login")
        .modelAttribute("why", reason(why))
        .modelAttribute("back", ReturnAddress.local(back))
        .build();
  }

  @GetMapping("/logged-out")
  Rendering loggedOut() {
    return Rendering.view("login").modelAttribute("why", "out").modelAttribute("back", "/").build();
  }

  @GetMapping("/language")
  ResponseEntity<Void> language(
      @RequestParam String to, @RequestParam(required = false) @Nullable String back) {
    var cookie =
        ResponseCookie.from(ConsoleLocale.COOKIE, "en".equals(to) ? "en" : "zh")
            .path("/")
            .sameSite("Lax")
            .maxAge(REMEMBERED)
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, ReturnAddress.local(back))
        .build();
  }

  private static String reason(@Nullable String why) {
    return Stream.of(SignIn.Why.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .filter(it -> it.equals(why))
        .findFirst()
        .orElse("welcome");
  }
}
