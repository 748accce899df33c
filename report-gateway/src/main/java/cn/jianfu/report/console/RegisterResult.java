package cn.jianfu.report.console;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has become of the groups that were chosen. */
record RegisterResult(
    Words townName, RegisterQuery query, RegisterDesk desk, List<RegisterOutcome> outcomes) {

  public List<RegisterOutcome> done() {
    return of(RegisterOutcome.Kind.DONE);
  }

  public List<RegisterOutcome> declined() {
    return of(RegisterOutcome.Kind.DECLINED);
  }

  public List<RegisterOutcome> unheard() {
    return of(RegisterOutcome.Kind.UNHEARD);
  }

  /** What undoes it; null when nothing does. */
  public @Nullable RegisterAction undo() {
    return done().stream().map(this::undo).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** The groups for which it can be undone. */
  public List<RegisterOutcome> undoable() {
    return done().stream().filter(it -> undo(it) != null).toList();
  }

  /** Undoing it twice is undoing it once. */
  public String undoKey() {
    return desk.form().key() + "-undo";
  }

  private @Nullable RegisterAction undo(RegisterOutcome it) {
    return Objects.requireNonNull(desk.form().action()).undoneBy(it.state());
  }

  private List<RegisterOutcome> of(RegisterOutcome.Kind kind) {
    return outcomes.stream().filter(it -> it.is(kind)).toList();
  }
}
