package cn.jianfu.group.register;

/**
 * What a row of an import has changed.
 *
 * @param row as people see it, from 1
 * @param version of the group after it
 * @param steps how often the row has changed the group: it declares, and it may file
 */
record RowEffect(int row, long version, int steps) {

  RowEffect then(RowEffect next) {
    return new RowEffect(row, Math.max(version, next.version), steps + next.steps);
  }
}
