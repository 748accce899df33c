package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.FormerGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row of an import has changed.
 *
 * @param row as people see it, from 1
 * @param version of the group after it
 * @param steps how often the row has changed the group: it declares, and it may file and decide
 * @param after the group after it; null when that is not known, as before it was kept
 */
record RowEffect(int row, long version, int steps, @Nullable FormerGroup after) {

  RowEffect then(RowEffect next) {
    RowEffect later = next.version > version ? next : this;
    return new RowEffect(row, later.version, steps + next.steps, later.after);
  }

  /** Without any owner. */
  RowEffect forgettingOwners() {
    return new RowEffect(row, version, steps, after == null ? null : after.forgettingOwners());
  }

  /** What owners are called in it. */
  Set<String> ownerNames() {
    return after == null ? Set.of() : after.ownerNames();
  }

  RowEffect forgetting(String personRef, Set<String> ownerNames) {
    return new RowEffect(
        row, version, steps, after == null ? null : after.forgetting(personRef, ownerNames));
  }
}
