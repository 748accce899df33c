package cn.jianfu.group.register.domain;

/** What a column is read as. */
public sealed interface ColumnUse {

  record As(RegisterField field) implements ColumnUse {}

  /** Not read: known to be of no use, or because somebody said so. */
  record Ignored() implements ColumnUse {}

  /** Not read until somebody says what it is. */
  record Asked() implements ColumnUse {}
}
