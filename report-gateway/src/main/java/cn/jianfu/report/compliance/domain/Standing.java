package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A town's index and band on a day, without what else is told of the day.
 *
 * @param greyBecause why there is no band; null when there is one
 * @param raw index of all findings that hold
 * @param effective index without the dismissed and exempt ones
 */
public record Standing(
    Band band,
    @Nullable GreyBecause greyBecause,
    @Nullable BigDecimal raw,
    @Nullable BigDecimal effective) {

  /** The index as it is shown: none where too little is known. */
  public @Nullable BigDecimal shown() {
    return band == Band.GREY ? null : effective;
  }
}
