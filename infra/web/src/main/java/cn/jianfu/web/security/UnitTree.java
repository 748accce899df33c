package cn.jianfu.web.security;

/** The hierarchy of units, as far as access depends on it. */
@FunctionalInterface
public interface UnitTree {

  /** Whether {@code unit} is {@code scope} itself or somewhere below it; false when unknown. */
  boolean within(String unit, String scope);
}
