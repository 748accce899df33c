package cn.jianfu.group.staff.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person on a unit's list.
 *
 * @param personRef keyed hash of the directory id, with the key's version
 * @param nameRef keyed hash of the name, to find whom a register means; null when no name was sent
 * @param leftOn the first day on which the person no longer worked there; null for who does
 */
public record StaffMember(String personRef, @Nullable String nameRef, @Nullable LocalDate leftOn) {

  StaffMember gone(LocalDate on) {
    return leftOn == null ? new StaffMember(personRef, nameRef, on) : this;
  }
}
