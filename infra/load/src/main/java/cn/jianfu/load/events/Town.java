package cn.jianfu.load.events;

import java.util.List;
import java.util.stream.IntStream;

/** A made-up town, with its departments; the codes of a district have room for some hundred. */
public record Town(int number) {

  static final String DISTRICT = "350213000000";
  private static final int DEPARTMENTS = 10;
  private static final int TOWNS_OF_A_CODE = 400;

  /** The ten towns. */
  public static List<Town> ten() {
    return IntStream.range(0, 10).mapToObj(Town::new).toList();
  }

  private String prefix() {
    return "%d%d".formatted(350213 + number / TOWNS_OF_A_CODE, 501 + number % TOWNS_OF_A_CODE);
  }

  public String code() {
    return prefix() + "000";
  }

  /** CloudEvents source of the town's system. */
  String source() {
    return "/towns/" + code() + "/load";
  }

  public List<String> departments() {
    return IntStream.range(0, DEPARTMENTS).mapToObj(this::department).toList();
  }

  String department(int n) {
    return prefix() + (901 + n % DEPARTMENTS);
  }
}
