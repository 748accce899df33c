package cn.jianfu.group.register.domain;

import java.util.List;

/** What became of a row that lists a group. */
public sealed interface RowResult {

  int row();

  record Understood(RegisterRow group) implements RowResult {
    @Override
    public int row() {
      return group.row();
    }
  }

  /** Not clear; it is not taken until somebody has answered every remark. */
  record Question(int row, List<Remark> remarks) implements RowResult {
    public Question {
      remarks = List.copyOf(remarks);
    }
  }

  /** Wrong: the file has to be corrected. Questions about the same row are listed with it. */
  record Rejected(int row, List<Remark> remarks) implements RowResult {
    public Rejected {
      remarks = List.copyOf(remarks);
    }
  }
}
