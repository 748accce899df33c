package cn.jianfu.group.secrecy;

import cn.jianfu.group.secrecy.domain.Incident;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's word on secrecy as it is stored; public because the codec reads it.
 *
 * @param checkDue set by every write; the detection that follows takes it away
 */
public record SecrecyRecord(
    String unit,
    String town,
    List<LocalDate> statedOn,
    List<IncidentRecord> incidents,
    boolean checkDue) {

  /** One incident. */
  public record IncidentRecord(
      String id, @Nullable String groupId, LocalDate foundOn, @Nullable LocalDate resolvedOn) {}

  static SecrecyRecord of(UnitSecrecy it) {
    return new SecrecyRecord(
        it.unit(),
        it.town(),
        it.statedOn(),
        it.incidents().stream()
            .map(each ->
                new IncidentRecord(each.id(), each.groupId(), each.foundOn(), each.resolvedOn()))
            .toList(),
        true);
  }

  UnitSecrecy secrecy() {
    return new UnitSecrecy(
        unit,
        town,
        statedOn,
        incidents.stream()
            .map(each -> new Incident(each.id(), each.groupId(), each.foundOn(), each.resolvedOn()))
            .toList());
  }
}
