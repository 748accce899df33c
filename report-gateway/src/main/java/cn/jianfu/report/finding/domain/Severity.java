package cn.jianfu.report.finding.domain;

import java.util.Arrays;

/** How grave a finding is, from the mildest to the gravest. */
public enum Severity {
  MINOR("m"),
  MAJOR("M"),
  BLOCKER("B");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  /** As the published language writes it: B, M or m. */
  public String code() {
    return code;
  }

  /**
   * The severity with that code.
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
