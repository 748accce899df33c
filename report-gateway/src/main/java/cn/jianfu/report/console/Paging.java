package cn.jianfu.report.console;

/** A page of a list: {@code page} counts from 1. */
record Paging(int page, int size, long total) {

  static Paging of(int page, int size, long total) {
    int last = (int) Math.max(1, (total + size - 1) / size);
    return new Paging(Math.clamp(page, 1, last), size, total);
  }

  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  public int offset() {
    return (page - 1) * size;
  }

  public long from() {
    return total == 0 ? 0 : offset() + 1L;
  }

  public long to() {
    return Math.min(total, (long) page * size);
  }
}
