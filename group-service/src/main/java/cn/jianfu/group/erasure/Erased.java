package cn.jianfu.group.erasure;

/**
 * What a person was taken out of.
 *
 * @param members groups of which it was a member
 * @param groups groups of which it was, or had been, the owner
 * @param staff lists of staff
 * @param imports registers that were imported and named it
 */
record Erased(int members, int groups, int staff, int imports) {

  Erased and(Erased other) {
    return new Erased(
        members + other.members,
        groups + other.groups,
        staff + other.staff,
        imports + other.imports);
  }
}
