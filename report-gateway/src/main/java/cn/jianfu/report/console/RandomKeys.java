package cn.jianfu.report.console;

/** Random words that nobody can guess. A supplier as a bean would be taken for a message source. */
@FunctionalInterface
interface RandomKeys {

  String next();
}
