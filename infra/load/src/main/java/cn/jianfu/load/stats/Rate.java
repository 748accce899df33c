package cn.jianfu.load.stats;

import java.time.Duration;

/**
 * How much was done in how long, and what it cost the process that did it.
 *
 * @param count what was done
 * @param wall seconds on the wall
 * @param cpu seconds on the server's processors
 */
public record Rate(long count, double wall, double cpu) {

  public static final Rate NONE = new Rate(0, 0, 0);

  public static Rate of(long count, Duration wall, Duration cpu) {
    return new Rate(count, wall.toNanos() / 1e9, cpu.toNanos() / 1e9);
  }

  public Rate plus(Rate other) {
    return new Rate(count + other.count, wall + other.wall, cpu + other.cpu);
  }

  public double perSecond() {
    return wall == 0 ? 0 : count / wall;
  }

  /** Microseconds on the server's processors for each. */
  public double cpuMicros() {
    return count == 0 ? 0 : cpu * 1e6 / count;
  }

  public String inWords() {
    return Goal.number(perSecond()) + "/s";
  }

  public String costInWords() {
    return Goal.number(cpuMicros()) + " µs";
  }
}
