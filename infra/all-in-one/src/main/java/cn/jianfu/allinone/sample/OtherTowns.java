package cn.jianfu.allinone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The groups of the other five towns: fewer, and each town with its own habits. */
public final class OtherTowns {

  /** Per cent of groups that are silent, past their end, unfiled. */
  private record Habits(int groups, int silent, int expired, int unfiled) {}

  private static final Habits NONE = new Habits(0, 0, 0, 0);

  private static final Map<String, Habits> HABITS =
      Map.of(
          "350213001000",
          new Habits(14, 0, 0, 0),
          "350213102000",
          new Habits(30, 24, 14, 30),
          "350213103000",
          new Habits(22, 18, 9, 10),
          "350213104000",
          new Habits(18, 14, 6, 20),
          SampleUnit.SILENT_TOWN,
          new Habits(6, 0, 0, 50));

  private static final List<String> MATTERS =
      List.of(
          "党建", "综治网格", "民政救助", "防汛应急", "农业生产", "医保社保", "计生卫健", "文化宣传", "安全生产", "村级财务", "退役军人",
          "河长制", "信访", "征兵", "城乡环境", "禁毒", "反诈宣传", "教育", "统计", "残联", "妇联", "团委", "工会", "老龄", "林业",
          "水利", "市场监管", "交通劝导", "养老服务", "志愿服务");

  private OtherTowns() {}

  public static List<SampleGroup> of(String town, LocalDate today) {
    Habits habits = HABITS.getOrDefault(town, NONE);
    List<SampleUnit> units = SampleUnit.below(town);
    Staff staff = staffOf(town);
    List<SampleGroup> groups = new ArrayList<>();
    for (int i = 0; i < habits.groups(); i++) {
      groups.add(group(i, units.get(i % units.size()), habits, staff, today));
    }
    return List.copyOf(groups);
  }

  static Staff staffOf(String town) {
    return new Staff(town, 60 + 12 * HABITS.getOrDefault(town, NONE).groups());
  }

  private static SampleGroup group(
      int number, SampleUnit unit, Habits habits, Staff staff, LocalDate today) {
    Random lot = new Random(unit.code().hashCode() * 31L + number);
    String matter = MATTERS.get(number % MATTERS.size());
    boolean silent = lot.nextInt(100) < habits.silent();
    boolean expired = !silent && lot.nextInt(100) < habits.expired();
    String rhythm =
        silent ? "IDLE:" + (62 + lot.nextInt(50)) : lot.nextInt(3) == 0 ? "QUIET" : "NORMAL";
    return new SampleGroup(
        unit.code().substring(6, 9) + "-G%03d".formatted(number + 1),
        unit.code(),
        unit.name() + matter + "工作群",
        lot.nextInt(4) == 0 ? "WECOM" : "WECHAT",
        expired ? "TEMPORARY" : "PERMANENT",
        "S%02d".formatted(number + 1),
        matter,
        matter + "工作联络与通知",
        lot.nextInt(100) >= habits.unfiled(),
        today.minusDays(150 + lot.nextInt(1500)),
        expired ? today.minusDays(10 + lot.nextInt(90)) : null,
        Rhythm.parse(rhythm),
        staff.some(12 + lot.nextInt(30), lot));
  }
}
