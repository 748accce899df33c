package cn.jianfu.identity.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Administration requests are short and say how long they are; anything else is not read. */
@Component
class SmallBodies extends OncePerRequestFilter {

  private static final int LIMIT = 65_536;

  private final ProblemWriter writer;

  SmallBodies(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT) {
      writer.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "too-large");
    } else if (request.getHeader("Transfer-Encoding") != null) {
      writer.write(request, response, HttpStatus.LENGTH_REQUIRED, "length-required");
    } else {
      chain.doFilter(request, response);
    }
  }
}
