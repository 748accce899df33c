package cn.jianfu.web.imports;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.ProblemType;

/** Why a file as a whole is not taken. */
public final class FileProblems {

  public static final ProblemType EMPTY = new ProblemType("web.file-empty", 400);
  public static final ProblemType UNREADABLE = new ProblemType("web.file-unreadable", 400);
  public static final ProblemType OLD_FORMAT = new ProblemType("web.file-old-format", 415);
  public static final ProblemType UNKNOWN_ENCODING =
      new ProblemType("web.file-unknown-encoding", 400);
  public static final ProblemType TOO_LARGE = new ProblemType("web.file-too-large", 413);
  public static final ProblemType SUSPICIOUS = new ProblemType("web.file-suspicious", 400);
  public static final ProblemType NO_SUCH_SHEET = new ProblemType("web.file-no-such-sheet", 400);

  private FileProblems() {}

  static ProblemException of(ProblemType type) {
    return Problem.of(type).toException();
  }

  /** Says which limit, in the words of the bundle: bytes, rows, columns, characters. */
  static ProblemException tooLarge(String code, long max) {
    return Problem.of(TOO_LARGE).at("", code, java.util.Map.of("max", max)).toException();
  }
}
