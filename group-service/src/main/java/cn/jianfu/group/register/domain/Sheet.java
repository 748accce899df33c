package cn.jianfu.group.register.domain;

import java.util.Comparator;
import java.util.List;

/** A sheet as a reader of XLSX or CSV gives it; rows may be missing and may be of any length. */
public record Sheet(List<SheetRow> rows, List<MergedRegion> merged) {

  public Sheet {
    rows = rows.stream().sorted(Comparator.comparingInt(SheetRow::number)).toList();
    merged = List.copyOf(merged);
  }
}
