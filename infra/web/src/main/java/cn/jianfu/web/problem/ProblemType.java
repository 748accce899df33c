package cn.jianfu.web.problem;

import java.util.regex.Pattern;

/**
 * A kind of problem, known to clients by its stable URN. Its texts are in the message bundles under
 * {@code <name>.title} and {@code <name>.detail}.
 *
 * @param name {@code <area>.<word>}, for example {@code web.not-found}
 * @param status HTTP status that goes with it
 */
public record ProblemType(String name, int status) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

  public ProblemType {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not <area>.<word>: " + name);
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not an error status: " + status);
    }
  }

  public String urn() {
    return "urn:problem:" + name;
  }
}
