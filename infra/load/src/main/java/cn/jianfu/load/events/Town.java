package cn.jianfu.load.events;

import java.util.List;
import java.util.stream.IntStream;

/** A made-up town of the district, with its departments. */
public record Town(int number) {

  static final String DISTRICT = "350213000000";
  private static final int DEPARTMENTS = 10;

  /** The ten towns. */
  public static List<Town> ten() {
    return IntStream.range(0, 10).mapToObj(Town::new).toList();
  }

  private String prefix() {
    return "350213" + (501 + number);
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
