package cn.jianfu.group.access;

/** Keys that nobody had before. */
@FunctionalInterface
public interface UniqueKeys {

  String next();
}
