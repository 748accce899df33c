package cn.jianfu.allinone.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * 新店镇's register (台账) as an office really keeps it: titles above the headings, units in merged
 * cells, a serial number column, sums, a blank row, full-width digits, and days in every notation.
 */
public final class RegisterWorkbook {

  private static final List<String> HEADINGS =
      List.of(
          "序号", "责任单位", "工作群名称", "群主", "平台", "群性质", "工作事项", "用途", "成员人数", "建群时间", "有效期至", "备案号",
          "备注");

  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

  private static final Map<String, String> PLATFORMS =
      Map.of("WECHAT", "微信", "WECOM", "企业微信", "QQ", "QQ");

  private static final Map<String, String> KINDS =
      Map.of("PERMANENT", "固定", "TEMPORARY", "临时", "STAGE", "阶段", "EMERGENCY", "应急");

  private final Worksheet sheet;
  private int row;
  private int serial;

  private RegisterWorkbook(Worksheet sheet) {
    this.sheet = sheet;
  }

  /** The file's bytes. */
  public static byte[] of(List<SampleGroup> groups, LocalDate today) {
    try (var bytes = new ByteArrayOutputStream()) {
      try (var workbook = new Workbook(bytes, "Jianfu sample", "1.0")) {
        new RegisterWorkbook(workbook.newWorksheet("工作群台账")).write(groups, today);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(List<SampleGroup> groups, LocalDate today) {
    title("新店镇工作群清理整治台账");
    title("填报单位：新店镇党政办　　填报日期：" + today.format(DateTimeFormatter.ofPattern("yyyy年M月d日")));
    row++;
    for (int column = 0; column < HEADINGS.size(); column++) {
      sheet.value(row, column, HEADINGS.get(column));
      sheet.style(row, column).bold().fillColor("D9E2EC").set();
    }
    row++;
    byUnit(groups).forEach(this::unit);
    sheet.value(row, 0, "合计");
    sheet.value(row, 8, groups.stream().mapToInt(group -> group.members().size()).sum());
  }

  private void title(String text) {
    sheet.value(row, 0, text);
    sheet.range(row, 0, row, HEADINGS.size() - 1).merge();
    row++;
  }

  private static Map<String, List<SampleGroup>> byUnit(List<SampleGroup> groups) {
    Map<String, String> names =
        SampleUnit.all().stream().collect(Collectors.toMap(SampleUnit::code, SampleUnit::name));
    Function<SampleGroup, String> unitName = group -> names.getOrDefault(group.unit(), "");
    return groups.stream()
        .collect(Collectors.groupingBy(unitName, LinkedHashMap::new, Collectors.toList()));
  }

  private void unit(String name, List<SampleGroup> groups) {
    int first = row;
    for (SampleGroup group : groups) {
      group(group);
    }
    sheet.value(first, 1, name);
    if (groups.size() > 1) {
      sheet.range(first, 1, row - 1, 1).merge();
    }
    if (groups.size() > 5) {
      row++;
    }
  }

  private void group(SampleGroup group) {
    serial++;
    List<Object> cells = new ArrayList<>();
    cells.add(serial);
    cells.add("");
    cells.add(group.name());
    cells.add(Staff.nameOf(group.owner()));
    cells.add(PLATFORMS.getOrDefault(group.platform(), group.platform()));
    cells.add(KINDS.getOrDefault(group.kind(), group.kind()));
    cells.add(group.matterTitle());
    cells.add(group.purpose());
    cells.add(count(group.members().size()));
    cells.add(day(group.createdOn(), serial % 4));
    cells.add(group.validUntil() == null ? "长期" : day(group.validUntil(), (serial + 1) % 4));
    cells.add(group.filed() ? "新群备〔2026〕%d号".formatted(serial) : "");
    cells.add(serial % 9 == 0 ? "待核实" : "");
    for (int column = 0; column < cells.size(); column++) {
      put(column, cells.get(column));
    }
    row++;
  }

  private void put(int column, Object cell) {
    if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (cell instanceof String text && !text.isEmpty()) {
      sheet.value(row, column, text);
    }
  }

  private Object count(int members) {
    return switch (serial % 3) {
      case 0 -> members + "人";
      case 1 -> fullWidth(Integer.toString(members));
      default -> members;
    };
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .mapToObj(c -> Character.toString(c - '0' + '０'))
        .collect(Collectors.joining());
  }

  private static Object day(LocalDate day, int notation) {
    return switch (notation) {
      case 0 -> day.format(DateTimeFormatter.ofPattern("yyyy.M.d"));
      case 1 -> day.format(DateTimeFormatter.ofPattern("yyyy年M月d日"));
      case 2 -> ChronoUnit.DAYS.between(EXCEL_EPOCH, day);
      default -> day.format(DateTimeFormatter.ofPattern("yyyy-MM-dd"));
    };
  }
}
