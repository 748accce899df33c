package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;

/**
 * What a user may see.
 *
 * @param town the only town, or the only unit below one; null for the whole district
 */
record Scope(@Nullable String town) {

  static final Scope DISTRICT = new Scope(null);

  public boolean wholeDistrict() {
    return town == null;
  }

  /** What concerns no single town concerns the whole district. */
  public boolean mayHear(@Nullable String about) {
    return about == null ? wholeDistrict() : covers(about);
  }

  public boolean covers(String code) {
    return town == null || town.equals(code);
  }
}
