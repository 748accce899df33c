package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact share such as 4/5, compared by multiplying so that no rounding ever decides. */
public record Ratio(long numerator, long denominator) {

  /** Keeps every product with a set size inside a long. */
  private static final long LARGEST_TERM = 1_000_000_000L;

  public Ratio {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
    }
    long common =
        BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
    numerator /= common;
    denominator /= common;
    if (numerator > LARGEST_TERM || denominator > LARGEST_TERM) {
      throw new IllegalArgumentException(
          "too fine a share: " + numerator + "/" + denominator + "; nine decimals are the limit");
    }
  }

  /** The share that a decimal such as 0.80 writes. */
  public static Ratio of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    int scale = Math.max(0, plain.scale());
    if (scale > 9 || plain.precision() > 18) {
      throw new IllegalArgumentException("too fine a share: " + value);
    }
    return new Ratio(
        plain.movePointRight(scale).longValueExact(), BigInteger.TEN.pow(scale).longValueExact());
  }

  /** Whether part / whole is at least this share; nothing is a share of an empty whole. */
  public boolean reachedBy(long part, long whole) {
    return whole > 0 && part * denominator >= numerator * whole;
  }

  /** Whether part / whole is more than this share; nothing is a share of an empty whole. */
  boolean exceededBy(long part, long whole) {
    return whole > 0 && part * denominator > numerator * whole;
  }

  /** This share as a decimal, cut to four places. */
  BigDecimal decimal() {
    return share(numerator, denominator);
  }

  /** Cut, not rounded, so that 79.996 % is never shown as the 80 % that it is not. */
  static BigDecimal share(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.DOWN);
  }

  /** The smallest part that is at least this share of the whole. */
  long leastPartOf(long whole) {
    return Math.ceilDiv(numerator * whole, denominator);
  }

  boolean isMoreThan(Ratio other) {
    return numerator * other.denominator > other.numerator * denominator;
  }
}
