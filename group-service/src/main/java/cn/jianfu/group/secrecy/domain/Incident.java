package cn.jianfu.group.secrecy.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Classified information was found in a group (泄密事件). What it was is told elsewhere: here it is
 * only known that it was found, and whether it was put right.
 *
 * @param id the reporter's own, so that a repeat is the same incident
 * @param groupId where it was found; null when the unit does not say
 * @param resolvedOn when it was put right; null while it is not
 * @param withdrawal that it was reported in error; null while nobody says so
 */
public record Incident(
    String id,
    @Nullable String groupId,
    LocalDate foundOn,
    @Nullable LocalDate resolvedOn,
    @Nullable Withdrawal withdrawal) {

  /**
   * There never was such an incident.
   *
   * @param on the day on which that was said
   */
  public record Withdrawal(LocalDate on, String reason) {}

  /** As it is reported. */
  public Incident(
      String id, @Nullable String groupId, LocalDate foundOn, @Nullable LocalDate resolvedOn) {
    this(id, groupId, foundOn, resolvedOn, null);
  }

  public boolean isOpen() {
    return resolvedOn == null && !isWithdrawn();
  }

  public boolean isWithdrawn() {
    return withdrawal != null;
  }

  Incident withdrawn(LocalDate on, String reason) {
    return new Incident(id, groupId, foundOn, resolvedOn, new Withdrawal(on, reason));
  }

  Incident asReported() {
    return new Incident(id, groupId, foundOn, resolvedOn);
  }
}
