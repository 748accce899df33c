package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.FormerGroup;
import cn.jianfu.group.workgroup.GroupRequests.DeclareGroup;
import cn.jianfu.group.workgroup.GroupRequests.FileGroup;
import cn.jianfu.group.workgroup.GroupRequests.TakeDecision;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a register asks for.
 *
 * @param row as people see it, from 1
 * @param groupId {@code unit/platform/externalId}
 * @param filing null when the register names no filing number
 * @param decision what is to become of the group; null when nothing is, or when that is decided
 * @param fresh whether nobody had declared the group; null of a row that was planned before that
 *     was kept
 * @param former the group before, to be given back; null of a row that was to change nothing
 * @param ownerGone whether time has taken its owner out of {@code former}; null for no
 */
record PlannedRow(
    int row,
    String groupId,
    DeclareGroup declaration,
    @Nullable FileGroup filing,
    @Nullable TakeDecision decision,
    @Nullable Boolean fresh,
    @Nullable FormerGroup former,
    @Nullable Boolean ownerGone) {

  /** Without an owner who is to be forgotten, in what is said and in what was before. */
  PlannedRow forgetting(String personRef, Set<String> ownerNames) {
    String name = declaration.ownerName();
    return new PlannedRow(
        row,
        groupId,
        name != null && ownerNames.contains(name) ? declaration.withoutOwner() : declaration,
        filing,
        decision,
        fresh,
        former == null ? null : former.forgetting(personRef, ownerNames),
        ownerGone);
  }

  /** Without any owner. */
  PlannedRow forgettingOwners() {
    FormerGroup without = former == null ? null : former.forgettingOwners();
    return new PlannedRow(
        row,
        groupId,
        declaration.withoutOwner(),
        filing,
        decision,
        fresh,
        without,
        Objects.equals(without, former) ? ownerGone : Boolean.TRUE);
  }

  /** What owners are called in it. */
  Set<String> ownerNames() {
    Set<String> names = new HashSet<>(former == null ? Set.of() : former.ownerNames());
    if (declaration.ownerName() != null) {
      names.add(declaration.ownerName());
    }
    return names;
  }

  /** Whether the group cannot be given back as it was. */
  boolean isOwnerGone() {
    return Boolean.TRUE.equals(ownerGone);
  }

  PlannedRow after(FormerGroup before) {
    return new PlannedRow(row, groupId, declaration, filing, decision, fresh, before, ownerGone);
  }

  PlannedRow deciding(TakeDecision what) {
    return new PlannedRow(row, groupId, declaration, filing, what, fresh, former, ownerGone);
  }

  PlannedRow ofNew(boolean isNew) {
    return new PlannedRow(row, groupId, declaration, filing, decision, isNew, former, ownerGone);
  }

  boolean isOfNew() {
    return fresh != null ? fresh : former != null && former.state() == null;
  }
}
