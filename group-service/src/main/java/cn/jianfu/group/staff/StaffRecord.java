package cn.jianfu.group.staff;

import cn.jianfu.group.staff.domain.StaffMember;
import cn.jianfu.group.staff.domain.UnitStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A unit's staff as they are stored; public because the codec reads it.
 *
 * @param people one text for each: reference, hash of the name and day of leaving, with bars
 *     between; what is not known is empty
 * @param checkDue set by every write; the detection that follows takes it away
 */
public record StaffRecord(
    String unit, String town, Instant takenAt, List<String> people, boolean checkDue) {

  static StaffRecord of(UnitStaff it) {
    return new StaffRecord(
        it.unit(),
        it.town(),
        it.takenAt(),
        it.members().stream().map(StaffRecord::text).toList(),
        true);
  }

  UnitStaff staff() {
    return new UnitStaff(unit, town, takenAt, people.stream().map(StaffRecord::member).toList());
  }

  private static String text(StaffMember member) {
    return member.personRef()
        + "|"
        + Objects.requireNonNullElse(member.nameRef(), "")
        + "|"
        + (member.leftOn() == null ? "" : member.leftOn());
  }

  private static StaffMember member(String text) {
    int last = text.lastIndexOf('|');
    int first = text.lastIndexOf('|', last - 1);
    String name = text.substring(first + 1, last);
    String left = text.substring(last + 1);
    return new StaffMember(
        text.substring(0, first),
        name.isEmpty() ? null : name,
        left.isEmpty() ? null : LocalDate.parse(left));
  }
}
