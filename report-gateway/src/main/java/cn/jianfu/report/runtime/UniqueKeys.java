package cn.jianfu.report.runtime;

/** Keys that nobody had before, for requests that bring none of their own. */
@FunctionalInterface
public interface UniqueKeys {

  String next();
}
