package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says about its group.
 *
 * @param ownerUnit 主管单位: org code of the accountable unit
 * @param ownerRef 群主: keyed hash of the owner's directory id
 * @param ownerName 群主 as the unit writes it; for people to read and never published
 * @param approval 审批: the approval to set it up
 * @param memberCount 成员数, as its unit says; a list of members may tell otherwise
 * @param validUntil last day on which a group that is not permanent is meant to live
 */
public record Facts(
    String name,
    @Nullable GroupKind kind,
    @Nullable String matterCode,
    @Nullable String matterTitle,
    @Nullable String purpose,
    @Nullable String ownerUnit,
    @Nullable String ownerRef,
    @Nullable String ownerName,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate taskCompletedOn,
    @Nullable Approval approval,
    @Nullable Integer memberCount,
    Confidence confidence) {

  /**
   * An approval (审批).
   *
   * @param no 批准文号
   */
  public record Approval(@Nullable String no, @Nullable LocalDate on) {

    /** Null when nothing is said of one. */
    public static @Nullable Approval of(@Nullable String no, @Nullable LocalDate on) {
      return no == null && on == null ? null : new Approval(no, on);
    }
  }

  /** Facts of a group of which no more than its existence is known. */
  static Facts unknown(GroupId id) {
    return new Facts(
        id.externalId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Confidence.API);
  }

  /**
   * Names of the fields that a register must fill and that are not filled, sorted; how many members
   * there are is not among them, because their list may tell it as well.
   */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (createdOn == null) {
      missing.add("createdOn");
    }
    if (kind == null) {
      missing.add("kind");
    }
    // A name that nobody has matched with a person yet is not the unit's omission.
    if (ownerRef == null && ownerName == null) {
      missing.add("ownerRef");
    }
    if (ownerUnit == null) {
      missing.add("ownerUnit");
    }
    if (isBlank(purpose)) {
      missing.add("purpose");
    }
    if (validUntil == null && kind != null && kind != GroupKind.PERMANENT) {
      missing.add("validUntil");
    }
    return List.copyOf(missing);
  }

  /** These facts, and the earlier ones where these say nothing. */
  Facts completing(Facts earlier) {
    return new Facts(
        name,
        kind != null ? kind : earlier.kind,
        matterCode != null ? matterCode : earlier.matterCode,
        matterTitle != null ? matterTitle : earlier.matterTitle,
        purpose != null ? purpose : earlier.purpose,
        ownerUnit != null ? ownerUnit : earlier.ownerUnit,
        ownerRef != null ? ownerRef : earlier.ownerRef,
        ownerName != null ? ownerName : earlier.ownerName,
        createdOn != null ? createdOn : earlier.createdOn,
        validUntil != null ? validUntil : earlier.validUntil,
        taskCompletedOn != null ? taskCompletedOn : earlier.taskCompletedOn,
        approval != null ? approval : earlier.approval,
        memberCount != null ? memberCount : earlier.memberCount,
        confidence.orBetter(earlier.confidence));
  }

  /**
   * These facts without what the other said first and nobody has said otherwise since.
   *
   * @param before what was known without it
   */
  Facts without(Facts other, Facts before) {
    return new Facts(
        name,
        own(kind, other.kind, before.kind),
        own(matterCode, other.matterCode, before.matterCode),
        own(matterTitle, other.matterTitle, before.matterTitle),
        own(purpose, other.purpose, before.purpose),
        own(ownerUnit, other.ownerUnit, before.ownerUnit),
        own(ownerRef, other.ownerRef, before.ownerRef),
        own(ownerName, other.ownerName, before.ownerName),
        own(createdOn, other.createdOn, before.createdOn),
        own(validUntil, other.validUntil, before.validUntil),
        own(taskCompletedOn, other.taskCompletedOn, before.taskCompletedOn),
        own(approval, other.approval, before.approval),
        own(memberCount, other.memberCount, before.memberCount),
        confidence == before.confidence.orBetter(other.confidence)
            ? before.confidence
            : confidence);
  }

  private static <T> @Nullable T own(@Nullable T now, @Nullable T others, @Nullable T before) {
    return before == null && Objects.equals(now, others) ? null : now;
  }

  Facts named(String other) {
    return with(other, ownerUnit, ownerRef, ownerName, confidence);
  }

  Facts ownedBy(@Nullable String unit, @Nullable String person, @Nullable String personName) {
    return with(name, unit, person, personName, confidence);
  }

  Facts trusted(Confidence other) {
    return with(name, ownerUnit, ownerRef, ownerName, other);
  }

  private Facts with(
      String itsName,
      @Nullable String unit,
      @Nullable String person,
      @Nullable String personName,
      Confidence trust) {
    return new Facts(
        itsName,
        kind,
        matterCode,
        matterTitle,
        purpose,
        unit,
        person,
        personName,
        createdOn,
        validUntil,
        taskCompletedOn,
        approval,
        memberCount,
        trust);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
