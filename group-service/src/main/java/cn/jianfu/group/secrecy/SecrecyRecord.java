package cn.jianfu.group.secrecy;

import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.group.secrecy.domain.Incident;
import cn.jianfu.group.secrecy.domain.Said;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit's word on secrecy as it is stored; public because the codec reads it.
 *
 * @param said null when nothing was said since it is counted
 * @param checkDue set by every write; the detection that follows takes it away
 */
public record SecrecyRecord(
    String unit,
    String town,
    List<LocalDate> statedOn,
    List<IncidentRecord> incidents,
    @Nullable List<Said> said,
    boolean checkDue) {

  /**
   * One incident.
   *
   * @param withdrawnOn with {@code withdrawnBecause}; both null while it stands
   */
  public record IncidentRecord(
      String id,
      @Nullable String groupId,
      LocalDate foundOn,
      @Nullable LocalDate resolvedOn,
      @Nullable LocalDate withdrawnOn,
      @Nullable String withdrawnBecause) {

    static IncidentRecord of(Incident it) {
      Incident.Withdrawal withdrawal = it.withdrawal();
      return new IncidentRecord(
          it.id(),
          it.groupId(),
          it.foundOn(),
          it.resolvedOn(),
          withdrawal == null ? null : withdrawal.on(),
          withdrawal == null ? null : withdrawal.reason());
    }

    Incident incident() {
      return new Incident(
          id,
          groupId,
          foundOn,
          resolvedOn,
          withdrawnOn == null || withdrawnBecause == null
              ? null
              : new Incident.Withdrawal(withdrawnOn, withdrawnBecause));
    }
  }

  static SecrecyRecord of(UnitSecrecy it) {
    return new SecrecyRecord(
        it.unit(),
        it.town(),
        it.statedOn(),
        it.incidents().stream().map(IncidentRecord::of).toList(),
        it.said(),
        true);
  }

  UnitSecrecy secrecy() {
    return new UnitSecrecy(
        unit,
        town,
        statedOn,
        incidents.stream().map(IncidentRecord::incident).toList(),
        Objects.requireNonNullElse(said, List.of()));
  }

  static SecrecyToldV1 published(UnitSecrecy it) {
    return new SecrecyToldV1(
        it.unit(),
        it.town(),
        it.said().stream()
            .map(each -> new SecrecyToldV1.SaidV1(each.on(), each.role(), each.words()))
            .toList());
  }
}
