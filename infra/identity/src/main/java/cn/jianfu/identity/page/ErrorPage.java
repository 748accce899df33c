package cn.jianfu.identity.page;

import cn.jianfu.identity.problem.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container could not answer otherwise: a page for people, a problem for programs. */
@Controller
class ErrorPage implements ErrorController {

  private final ProblemWriter problems;

  ErrorPage(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  @Nullable String show(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    HttpStatus status = status(request);
    String reason = reason(status);
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null || !accept.contains("text/html")) {
      problems.write(request, response, status, reason);
      return null;
    }
    response.setStatus(status.value());
    model.addAttribute("reason", reason);
    return "error";
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return known == null ? HttpStatus.NOT_FOUND : known;
  }

  private static String reason(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not-found";
      case FORBIDDEN -> "forbidden";
      case SERVICE_UNAVAILABLE -> "store-away";
      default -> status.is4xxClientError() ? "refused" : "unexpected";
    };
  }
}
