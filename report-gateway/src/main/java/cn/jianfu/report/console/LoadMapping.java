package cn.jianfu.report.console;

import cn.jianfu.report.compliance.TownLoad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of loads: what is below, at and above the limits of the rules. */
final class LoadMapping {

  private LoadMapping() {}

  static LoadPage page(TownLoad load, LocalDate today) {
    List<LoadPage.Step> steps = steps(load.warn(), load.high());
    List<LoadPage.Row> rows = new ArrayList<>();
    TownLoad.Load town = load.town();
    if (town != null) {
      rows.add(row(null, town, steps));
    }
    load.units().forEach(unit -> rows.add(row(name(unit, load.code()), unit.load(), steps)));
    return new LoadPage(
        load.code(),
        new Words(load.name(), load.nameEn()),
        load.asOf(),
        load.asOf().equals(today),
        load.summarisedOn(),
        steps,
        rows,
        load.unitsLeftOut());
  }

  /** Two steps below what is to be watched, one up to what is too high, one beyond. */
  static List<LoadPage.Step> steps(@Nullable Integer warn, @Nullable Integer high) {
    if (warn == null || high == null || warn < 2 || high <= warn) {
      return List.of(new LoadPage.Step(1, null, ""));
    }
    int half = Math.ceilDiv(warn, 2);
    return Stream.of(
            new LoadPage.Step(1, half - 1, ""),
            new LoadPage.Step(half, warn - 1, ""),
            new LoadPage.Step(warn, high - 1, "amber"),
            new LoadPage.Step(high, null, "warn"))
        .filter(step -> step.to() == null || step.to() >= step.from())
        .toList();
  }

  // The town is a unit, too: of those who belong to none of the others.
  private static Words name(TownLoad.UnitLoad unit, String town) {
    return unit.unit().equals(town)
        ? new Words(unit.name() + "（本级）", unit.nameEn() + " itself")
        : new Words(unit.name(), unit.nameEn());
  }

  private static LoadPage.Row row(
      @Nullable Words unit, TownLoad.Load load, List<LoadPage.Step> steps) {
    return new LoadPage.Row(
        unit,
        load.people(),
        load.mean().doubleValue(),
        load.p90(),
        load.max(),
        steps.stream().map(step -> cell(step, load)).toList());
  }

  private static LoadPage.Cell cell(LoadPage.Step step, TownLoad.Load load) {
    Integer to = step.to();
    long people =
        load
            .persons()
            .subMap(step.from(), true, to == null ? Integer.MAX_VALUE : to, true)
            .values()
            .stream()
            .mapToLong(Integer::longValue)
            .sum();
    return new LoadPage.Cell(step, people);
  }
}
