package cn.jianfu.group.secrecy;

import cn.jianfu.group.secrecy.domain.Incident;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has said.
 *
 * @param statedOn the days of its statements, oldest first
 */
record SecrecyView(
    String unit, String town, List<LocalDate> statedOn, List<IncidentView> incidents) {

  static SecrecyView of(UnitSecrecy it) {
    return new SecrecyView(
        it.unit(),
        it.town(),
        it.statedOn(),
        it.incidents().stream().map(IncidentView::of).toList());
  }

  /**
   * An incident; its content is told elsewhere.
   *
   * @param withdrawnOn when it was said to have been reported in error; absent while it stands
   * @param withdrawnBecause why it was reported all the same
   */
  record IncidentView(
      String id,
      @Nullable String groupId,
      LocalDate foundOn,
      @Nullable LocalDate resolvedOn,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate withdrawnOn,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String withdrawnBecause) {

    static IncidentView of(Incident it) {
      Incident.Withdrawal withdrawal = it.withdrawal();
      return new IncidentView(
          it.id(),
          it.groupId(),
          it.foundOn(),
          it.resolvedOn(),
          withdrawal == null ? null : withdrawal.on(),
          withdrawal == null ? null : withdrawal.reason());
    }
  }
}
