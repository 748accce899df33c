package cn.jianfu.acceptance;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.sample.RefusedByPlatform;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What requests were answered, each known by a key of its own. */
final class Answered {

  private final Map<String, Fate> fates = new ConcurrentHashMap<>();

  void ask(String key, Runnable request) {
    try {
      request.run();
      note(key, Fate.ACCEPTED);
    } catch (RefusedByPlatform refused) {
      note(key, fateOf(refused.status()));
    } catch (UncheckedIOException _) {
      note(key, Fate.UNKNOWN);
    }
  }

  void note(String key, Fate fate) {
    fates.put(key, fate);
  }

  /** A service that fails may have heard all the same. */
  static Fate fateOf(int refusal) {
    return refusal < 500 ? Fate.DECLINED : Fate.UNKNOWN;
  }

  Map<String, Fate> fates() {
    return Map.copyOf(fates);
  }

  Set<String> with(Fate fate) {
    Set<String> keys = new TreeSet<>();
    fates.forEach((key, its) -> {
      if (its == fate) {
        keys.add(key);
      }
    });
    return keys;
  }

  /** Those that were accepted, and those of which nobody knows. */
  Set<String> possible() {
    Set<String> keys = with(Fate.ACCEPTED);
    keys.addAll(with(Fate.UNKNOWN));
    return keys;
  }

  @Override
  public String toString() {
    return "%d accepted, %d declined, %d unknown"
        .formatted(
            with(Fate.ACCEPTED).size(), with(Fate.DECLINED).size(), with(Fate.UNKNOWN).size());
  }
}
