package cn.jianfu.report.console;

import cn.jianfu.report.group.ImportTold;
import cn.jianfu.report.group.PastImport;
import cn.jianfu.report.group.RegisterImport;
import cn.jianfu.report.group.RegisterImport.Answer;
import cn.jianfu.report.group.RegisterImport.ColumnNote;
import cn.jianfu.report.group.RegisterImport.ColumnQuestion;
import cn.jianfu.report.group.RegisterImport.Listed;
import cn.jianfu.report.group.RegisterImport.Message;
import cn.jianfu.report.group.RegisterImport.Report;
import cn.jianfu.report.group.RegisterImports.Wish;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes registers as group-service would: one with questions, until they are answered. */
final class SampleImports implements ImportSource {

  static final String ID = "0a1b2c3d-0000-3000-8000-000000000001";

  /** What was sent: whether it was to be imported, its answers and its key. */
  record Sent(Wish wish, String key, String file) {}

  final List<Sent> sent = new CopyOnWriteArrayList<>();
  final List<String> undone = new CopyOnWriteArrayList<>();
  private volatile @Nullable ImportTold instead;
  private volatile boolean inTheWay;
  private volatile int messages;
  private volatile @Nullable String state;
  private volatile @Nullable List<PastImport> past = List.of();

  void reset() {
    sent.clear();
    undone.clear();
    instead = null;
    inTheWay = false;
    messages = 0;
    state = null;
    past = List.of();
  }

  /** Says of every import that it stands there. */
  void standsAt(String other) {
    state = other;
  }

  /** Knows of these; of none at all when null. */
  void knows(@Nullable List<PastImport> imports) {
    past = imports;
  }

  /** Answers with this, whatever is asked. */
  void says(ImportTold told) {
    instead = told;
  }

  /** Says that a row cannot be taken back. */
  void hasSomethingInTheWay() {
    inTheWay = true;
  }

  /** Says so many things of rows. */
  void hasMessages(int count) {
    messages = count;
  }

  @Override
  public Mono<ImportTold> send(RegisterVisit visit, byte[] file, Wish wish, String key) {
    sent.add(new Sent(wish, key, new String(file, StandardCharsets.UTF_8)));
    boolean answered = !wish.columns().isEmpty() && !wish.groups().isEmpty();
    boolean applied = !wish.dryRun() && (answered || !wish.atomic());
    return told(taken(wish.dryRun(), wish.atomic(), applied, answered, null));
  }

  @Override
  public Mono<PastImports> latest(RegisterVisit visit) {
    List<PastImport> known = past;
    return Mono.just(
        known == null ? PastImports.unknown() : PastImports.of(known, SampleReference.names()));
  }

  @Override
  public Mono<ImportTold> read(RegisterVisit visit, String id) {
    return told(taken(false, false, true, true, null));
  }

  @Override
  public Mono<ImportTold> undo(RegisterVisit visit, String id, boolean dryRun, boolean atomic) {
    undone.add(id + " " + (dryRun ? "rehearsed" : "done") + (atomic ? "" : " some"));
    int kept = inTheWay ? 1 : 0;
    boolean applied = !dryRun && (kept == 0 || !atomic);
    List<Message> why =
        inTheWay
            ? List.of(new Message(3, null, "DECLINED", "register.undo-filed", "此后已备案", null))
            : List.of();
    Report undo = new Report(dryRun, atomic, applied, 2, 2 - kept, 0, kept, 0, why);
    return told(taken(false, false, true, true, undo));
  }

  @Override
  public Mono<byte[]> template(RegisterVisit visit) {
    return Mono.just(new byte[] {'P', 'K'});
  }

  @Override
  public Mono<byte[]> corrections(RegisterVisit visit, String id) {
    return Mono.just(new byte[] {'P', 'K', 1});
  }

  private Mono<ImportTold> told(RegisterImport it) {
    ImportTold other = instead;
    return Mono.just(other == null ? new ImportTold.Known(it) : other);
  }

  private RegisterImport taken(
      boolean dryRun, boolean atomic, boolean applied, boolean answered, @Nullable Report undo) {
    List<Message> said = new ArrayList<>();
    said.add(new Message(5, "H", "DECLINED", "register.date-unreadable", "看不懂这个日期：“去年<b>”", null));
    if (!answered) {
      said.add(
          new Message(
              7,
              null,
              "ASKED",
              "register.renamed",
              "可能是已登记的群改名",
              List.of(new Answer("350213101901/WECHAT/g%2F1", "防汛<i>群"), new Answer("NEW", ""))));
    }
    IntStream.range(0, messages)
        .forEach(i -> said.add(new Message(10 + i, "A", "DECLINED", "x", "没有群名称 " + i, null)));
    boolean isUndone = undo != null && undo.applied();
    String given = state;
    return new RegisterImport(
        ID,
        given != null ? given : isUndone ? "UNDONE" : applied ? "APPLIED" : "CHECKED",
        Instant.parse("2026-11-23T02:00:00Z"),
        new Report(dryRun, atomic, applied, 5, 2, 1, 1 + messages, answered ? 0 : 1, said),
        new Listed(1, 1, 1, 0, 1),
        answered
            ? List.of()
            : List.of(new ColumnQuestion("K", "负责<b>片区", "register.column-unknown")),
        List.of(new ColumnNote("L", "备注", "register.not-kept-remark", "能识别，但不保存")),
        undo,
        null);
  }
}
