package cn.jianfu.group.members;

import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.Member;
import cn.jianfu.group.members.domain.MemberRole;
import cn.jianfu.group.members.domain.MemberSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a group as they are stored.
 *
 * @param people one text for each: reference, unit and the role's first letter, with bars between,
 *     because thirty texts are stored and read several times faster than thirty documents
 * @param forgotten how many more there were; null for none, as before anybody was forgotten
 * @param checkDue set by every write; the detection that follows takes it away
 */
public record MembersRecord(
    String groupId,
    String unit,
    String town,
    Instant takenAt,
    List<String> people,
    @Nullable Integer forgotten,
    boolean checkDue) {

  static MembersRecord of(GroupMembers it) {
    return new MembersRecord(
        it.groupId(),
        it.unit(),
        it.town(),
        it.snapshot().takenAt(),
        it.snapshot().members().stream().map(MembersRecord::text).toList(),
        it.snapshot().forgotten() == 0 ? null : it.snapshot().forgotten(),
        true);
  }

  GroupMembers members() {
    return new GroupMembers(
        groupId,
        unit,
        town,
        new MemberSnapshot(
            takenAt,
            people.stream().map(MembersRecord::member).toList(),
            forgotten == null ? 0 : forgotten));
  }

  private static String text(Member member) {
    String unit = member.unit();
    return member.personRef()
        + "|"
        + (unit == null ? "" : unit)
        + "|"
        + member.role().name().charAt(0);
  }

  private static Member member(String text) {
    int last = text.lastIndexOf('|');
    int first = text.lastIndexOf('|', last - 1);
    String unit = text.substring(first + 1, last);
    return new Member(
        text.substring(0, first), unit.isEmpty() ? null : unit, role(text.charAt(last + 1)));
  }

  private static MemberRole role(char letter) {
    return switch (letter) {
      case 'O' -> MemberRole.OWNER;
      case 'A' -> MemberRole.ADMIN;
      default -> MemberRole.MEMBER;
    };
  }
}
