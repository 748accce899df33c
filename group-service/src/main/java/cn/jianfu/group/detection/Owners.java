package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who owns a group: as it was declared; else the one person of the town's staff who is
 * called as the register says; else who owns it on the platform.
 *
 * @param onPlatform the owner among a group's members, by group id
 */
record Owners(Directory directory, PersonRefs people, Map<String, String> onPlatform) {

  /**
   * Null when nobody is named, the name is nobody's or several people's, or the reference is under
   * another key.
   */
  @Nullable String of(WorkGroup group) {
    Facts facts = group.profile().facts();
    String declared = facts.ownerRef();
    if (declared != null) {
      return people.isCurrent(declared) ? declared : null;
    }
    String name = facts.ownerName();
    String named =
        name == null ? null : directory.personNamed(group.profile().town(), people.ofName(name));
    return named == null ? onPlatform.get(group.id().text()) : named;
  }
}
