package cn.jianfu.group.members.domain;

import cn.jianfu.group.people.domain.KeyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A person in a group.
 *
 * @param personRef keyed hash of the directory id, with the key's version
 * @param unit org code of the person's unit, when the source knows it
 */
public record Member(String personRef, @Nullable String unit, MemberRole role) {

  boolean isUnderTheKeyOf(Member other) {
    return KeyVersion.of(personRef).equals(KeyVersion.of(other.personRef));
  }
}
