package cn.jianfu.group.detection.domain;

import java.util.Arrays;

/** How grave a rule set holds a fault to be. */
public enum Severity {
  MINOR("m"),
  MAJOR("M"),
  BLOCKER("B");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  /** The letter that rule sets and events use. */
  public String code() {
    return code;
  }

  /**
   * The severity with that letter.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Severity coded(String code) {
    return Arrays.stream(values())
        .filter(severity -> severity.code.equals(code))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no severity " + code));
  }
}
