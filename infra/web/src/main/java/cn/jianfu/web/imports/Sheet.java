package cn.jianfu.web.imports;

import java.util.List;

/**
 * One sheet of a file. Rows that have no cell at all may be absent; go by {@link SheetRow#number}.
 *
 * @param others names of the other visible sheets, to say that they were not read
 */
public record Sheet(
    String name, List<SheetRow> rows, List<MergedRegion> merged, List<String> others) {}
