package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.GroupKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be sent about a group; a resource's body and a pushed event's data are the same. */
public final class GroupRequests {

  private static final String ORG_CODE = "[0-9]{12}";
  private static final String ONE_LINE = "[^\\p{Cntrl}]*";

  /** One line, and something on it. */
  private static final String SAYS = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\p{Z}][^\\p{Cntrl}]*";

  /** No platform has groups of more. */
  private static final int MOST_MEMBERS = 99_999;

  private GroupRequests() {}

  /**
   * A group with all that is known of it.
   *
   * @param ownerId 群主: the owner's id in the directory; only its keyed hash is kept
   * @param ownerName 群主 as the unit writes it: shown to those who may see the group, never
   *     published and never taken for a person's id
   * @param approvalNo 批准文号 of the approval to set it up
   * @param approvedOn the day of that approval
   * @param memberCount 成员数; where lists of members are sent it need not be told
   * @param declaredOn the day on which the unit declared it; today when absent
   */
  public record DeclareGroup(
      @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) String name,
      @Nullable GroupKind kind,
      @Size(max = 64) @Pattern(regexp = ONE_LINE) @Nullable String matterCode,
      @Size(max = 200) @Pattern(regexp = ONE_LINE) @Nullable String matterTitle,
      @Size(max = 1000) @Nullable String purpose,
      @Pattern(regexp = ORG_CODE, message = "{code.not-a-code}") @Nullable String ownerUnit,
      @Size(min = 1, max = 128) @Pattern(regexp = ONE_LINE) @Nullable String ownerId,
      @Size(min = 1, max = 100) @Pattern(regexp = ONE_LINE) @Nullable String ownerName,
      @Nullable LocalDate createdOn,
      @Nullable LocalDate validUntil,
      @Nullable LocalDate taskCompletedOn,
      @Size(min = 1, max = 100) @Pattern(regexp = ONE_LINE) @Nullable String approvalNo,
      @Nullable LocalDate approvedOn,
      @Min(0) @Max(MOST_MEMBERS) @Nullable Integer memberCount,
      @Nullable LocalDate declaredOn) {

    /** The same, naming nobody. */
    public DeclareGroup withoutOwner() {
      return new DeclareGroup(
          name,
          kind,
          matterCode,
          matterTitle,
          purpose,
          ownerUnit,
          null,
          null,
          createdOn,
          validUntil,
          taskCompletedOn,
          approvalNo,
          approvedOn,
          memberCount,
          declaredOn);
    }
  }

  /**
   * 备案. The number that is known, with another name, files a rename (更名备案).
   *
   * @param name the name that is filed; the one that the group has when absent
   * @param filedOn the day of the filing; today when absent
   */
  public record FileGroup(
      @NotBlank @Size(max = 100) @Pattern(regexp = ONE_LINE) String filingNo,
      @Size(min = 1, max = 200) @Pattern(regexp = SAYS) @Nullable String name,
      @Nullable LocalDate filedOn) {}

  /**
   * 合一: what a register listed is a group that its platform knows.
   *
   * @param into that group's id
   */
  public record JoinGroup(@NotBlank @Size(max = 600) String into) {}

  /** 更名. */
  public record RenameGroup(
      @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) String name,
      @Nullable LocalDate renamedOn) {}

  /** Another unit or person answers for the group; null takes the present one away. */
  public record ChangeOwner(
      @Pattern(regexp = ORG_CODE, message = "{code.not-a-code}") @Nullable String ownerUnit,
      @Size(min = 1, max = 128) @Pattern(regexp = ONE_LINE) @Nullable String ownerId,
      @Size(min = 1, max = 100) @Pattern(regexp = ONE_LINE) @Nullable String ownerName,
      @Nullable LocalDate changedOn) {}

  /**
   * A cleanup decision.
   *
   * @param mergeInto id of the group that goes on, for MERGE
   * @param dueOn by when it is to be carried out; by the district's rule when absent
   */
  public record TakeDecision(
      @NotNull DecisionKind kind,
      @NotBlank @Size(max = 500) String reason,
      @Size(max = 600) @Nullable String mergeInto,
      @Nullable LocalDate dueOn,
      @Size(max = 64) @Pattern(regexp = ONE_LINE) @Nullable String round,
      @Nullable LocalDate decidedOn) {}

  /** What was decided has been done. */
  public record ReportExecution(@Nullable LocalDate executedOn) {}

  /** A dissolved group is back. */
  public record RestoreGroup(@Nullable LocalDate restoredOn) {}
}
