package cn.jianfu.web.problem;

/**
 * A message bundle with texts of problems: {@code <basename>_zh.properties} and {@code _en}, in
 * UTF-8. A service adds its own as a bean.
 *
 * @param basename for example {@code cn.jianfu.web.problems}
 */
public record ProblemBundle(String basename) {}
