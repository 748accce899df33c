package cn.jianfu.group.selfcheck;

import cn.jianfu.group.workgroup.domain.DecisionKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a self-check list.
 *
 * @param confirmAll confirms every item that is open and not answered here
 */
record AnswerList(
    boolean confirmAll, @Valid @Size(max = 5000) @Nullable List<@NotNull Given> answers) {

  /**
   * An answer.
   *
   * @param confirm true takes the suggestion; false contests it, and then says why
   * @param kind what the unit decides instead, when it contests
   */
  record Given(
      @NotBlank @Size(max = 600) String groupId,
      @NotNull Boolean confirm,
      @Nullable DecisionKind kind,
      @Size(max = 600) @Nullable String mergeInto,
      @Size(max = 500) @Nullable String reason) {}

  List<Given> given() {
    return answers == null ? List.of() : answers;
  }
}
