package cn.jianfu.web.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether an entry of a jar is a native library that Linux on this processor never loads. Only what
 * says so by its kind or its folder; what cannot be told stays.
 */
record ForeignNatives(Set<String> ownNames) implements Predicate<String> {

  private static final Set<String> NOT_OF_LINUX = Set.of("dll", "dylib", "jnilib", "a");

  private static final Set<String> OTHER_SYSTEMS =
      Set.of("aix", "darwin", "freebsd", "mac", "openbsd", "sunos", "win", "win32", "windows");

  private static final List<Set<String>> PROCESSORS =
      List.of(
          Set.of("amd64", "x86_64"),
          Set.of("aarch64", "aarch_64", "arm64"),
          Set.of("android-aarch64", "android-arm"),
          Set.of("arm", "armv6", "armv7"),
          Set.of("i386", "x86"),
          Set.of("loongarch64"),
          Set.of("mips64"),
          Set.of("ppc", "ppc64"),
          Set.of("ppc64le"),
          Set.of("riscv64"),
          Set.of("s390x"),
          Set.of("sparc"));

  /** A processor that is not known has no foreign ones. */
  static ForeignNatives on(String architecture) {
    return new ForeignNatives(
        PROCESSORS.stream()
            .filter(names -> names.contains(architecture.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(Set.of()));
  }

  @Override
  public boolean test(String entry) {
    String kind = entry.substring(entry.lastIndexOf('.') + 1);
    if (NOT_OF_LINUX.contains(kind)) {
      return true;
    }
    return kind.equals("so")
        && Arrays.stream(entry.toLowerCase(Locale.ROOT).split("/", -1)).anyMatch(this::isForeign);
  }

  private boolean isForeign(String folder) {
    boolean otherProcessor =
        !ownNames.isEmpty()
            && !ownNames.contains(folder)
            && PROCESSORS.stream().anyMatch(names -> names.contains(folder));
    return otherProcessor || OTHER_SYSTEMS.contains(folder);
  }
}
