package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import and what is to become of it; public because the codec reads it.
 *
 * @param groupId the group that it is about; null when that is not clear
 * @param outcome ACCEPTED, UNCHANGED, DECLINED or ASKED
 */
public record PlannedRow(
    int row,
    @Nullable String groupId,
    String name,
    String outcome,
    List<Said> findings,
    @Nullable String town,
    @Nullable String kind,
    @Nullable String matter,
    @Nullable String purpose,
    @Nullable String ownerUnit,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate validUntil,
    @Nullable String filingNo,
    @Nullable LocalDate filedOn) {

  /**
   * What is said about the row.
   *
   * @param column from 0; null when the whole row is meant
   */
  public record Said(@Nullable Integer column, String code, String seen, List<String> choices) {}

  static PlannedRow of(int row, String name, String outcome, List<Said> findings) {
    return new PlannedRow(
        row, null, name, outcome, findings, null, null, null, null, null, null, null, null, null);
  }

  PlannedRow with(String other, List<Said> said) {
    return new PlannedRow(
        row, groupId, name, other, said, town, kind, matter, purpose, ownerUnit, createdOn,
        validUntil, filingNo, filedOn);
  }

  Facts facts() {
    return new Facts(
        name,
        kind == null ? null : GroupKind.valueOf(kind),
        matter,
        matter,
        purpose,
        ownerUnit,
        // A register has the owner's bare name, which is never hashed into a person.
        null,
        createdOn,
        validUntil,
        null,
        Confidence.IMPORTED);
  }
}
