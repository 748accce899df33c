package cn.jianfu.report.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of findings, the newest first.
 *
 * @param next cursor of the next page; null on the last
 */
public record FindingPage(List<FindingView> items, @Nullable String next) {}
