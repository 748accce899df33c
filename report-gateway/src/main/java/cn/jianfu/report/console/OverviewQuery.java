package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;

/** The part of the overview that is asked for. */
record OverviewQuery(@Nullable Band band, int page) {

  static final OverviewQuery FIRST = new OverviewQuery(null, 1);

  /** An unknown band or page is no reason for an error: the first page of all towns is shown. */
  static OverviewQuery of(@Nullable String band, int page) {
    return new OverviewQuery(Band.of(band).orElse(null), Math.max(1, page));
  }
}
