package cn.jianfu.web.problem;

/** The problems that every service has. */
public final class WebProblems {

  public static final ProblemType BAD_REQUEST = new ProblemType("web.bad-request", 400);
  public static final ProblemType MALFORMED_JSON = new ProblemType("web.malformed-json", 400);
  public static final ProblemType INVALID = new ProblemType("web.invalid", 400);
  public static final ProblemType UNAUTHENTICATED = new ProblemType("web.unauthenticated", 401);
  public static final ProblemType FORBIDDEN = new ProblemType("web.forbidden", 403);
  public static final ProblemType NOT_FOUND = new ProblemType("web.not-found", 404);
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType("web.method-not-allowed", 405);
  public static final ProblemType NOT_ACCEPTABLE = new ProblemType("web.not-acceptable", 406);
  public static final ProblemType CONFLICT = new ProblemType("web.conflict", 409);
  public static final ProblemType STALE_VERSION = new ProblemType("web.stale-version", 409);
  public static final ProblemType TOO_LARGE = new ProblemType("web.too-large", 413);
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType("web.unsupported-media-type", 415);
  public static final ProblemType UNPROCESSABLE = new ProblemType("web.unprocessable", 422);
  public static final ProblemType KEY_REUSED = new ProblemType("web.key-reused", 422);
  public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("web.too-many-requests", 429);
  public static final ProblemType INTERNAL = new ProblemType("web.internal", 500);
  public static final ProblemType UNAVAILABLE = new ProblemType("web.unavailable", 503);

  private WebProblems() {}
}
