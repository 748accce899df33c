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
 */
public record Incident(
    String id, @Nullable String groupId, LocalDate foundOn, @Nullable LocalDate resolvedOn) {

  public boolean isOpen() {
    return resolvedOn == null;
  }
}
