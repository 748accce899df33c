package cn.jianfu.store;

import java.nio.file.Path;

/** The folder cannot be opened; the message says why and what can be done. */
public final class StoreUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StoreUnreadable(String message) {
    super(message);
  }

  static StoreUnreadable inUse(Path folder) {
    return new StoreUnreadable(
        "the store folder %s is in use by another process; stop that one first".formatted(folder));
  }

  static StoreUnreadable damaged(Path file, long at, String how) {
    return new StoreUnreadable(
        "the store cannot start: %s is damaged at byte %d (%s). Nothing was changed; restore the"
                .formatted(file, at, how)
            + " folder from a backup");
  }

  static StoreUnreadable missing(Path file) {
    return new StoreUnreadable(
        "the store cannot start: %s is missing. Nothing was changed; restore the folder from a"
                .formatted(file)
            + " backup");
  }
}
