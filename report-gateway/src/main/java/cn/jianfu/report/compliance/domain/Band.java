package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** In which band a town is shown (达标, 需关注, 需整改, 数据不足). */
public enum Band {
  GREEN,
  /** Also of a higher score, where a rule could judge too little for green. */
  YELLOW,
  RED,
  /** Too little is known: a town that sends nothing is not good. */
  GREY;

  /** Of the score that is shown; null where none may be. */
  static Band of(@Nullable BigDecimal score, Limits limits) {
    if (score == null) {
      return GREY;
    }
    if (score.compareTo(limits.green()) >= 0) {
      return GREEN;
    }
    return score.compareTo(limits.yellow()) >= 0 ? YELLOW : RED;
  }
}
