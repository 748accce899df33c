package cn.jianfu.report.console;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** One register's entry, which is one of two groups. */
final class SampleJoins implements JoinSource {

  static final String ENTRY = "350213101001/WECHAT/reg%3A0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  static final String GROUP = "350213101001/WECOM/wr-9";
  static final String ENDED = "350213101001/WECOM/wr-8";

  private final AtomicReference<@Nullable String> into = new AtomicReference<>();

  @Override
  public Mono<JoinPage> page(RegisterVisit visit, String entry) {
    return switch (entry) {
      case ENTRY -> Mono.fromSupplier(this::page);
      case GROUP -> Mono.fromSupplier(this::group);
      default -> Mono.empty();
    };
  }

  @Override
  public Mono<JoinPage> say(
      RegisterVisit visit, String entry, @Nullable String target, String key) {
    if (ENDED.equals(target)) {
      var said = new JoinPage.Said(HttpStatus.CONFLICT, "目标群已解散 <i>", null);
      return page(visit, entry).map(page -> page.saying(said));
    }
    into.set(target);
    return page(visit, entry)
        .map(page -> page.saying(new JoinPage.Said(HttpStatus.OK, null, null)));
  }

  private JoinPage page() {
    String joined = into.get();
    return new JoinPage(
        ENTRY,
        "防汛抗旱工作群（台账）",
        "350213101000",
        new Words("新店镇", "Xindian Town"),
        new Words("党政办公室", "Party and Government Office"),
        joined == null ? "FILED" : "JOINED",
        true,
        joined == null ? null : new JoinPage.Other(joined, "三防工作群"),
        List.of(),
        List.of(new JoinPage.Other(GROUP, "三防工作群"), new JoinPage.Other(ENDED, "旧群")),
        "key-1",
        null);
  }

  private JoinPage group() {
    var entries = List.of(new JoinPage.Other(ENTRY, "防汛抗旱工作群（台账）"));
    boolean joined = into.get() != null;
    return new JoinPage(
        GROUP,
        "三防工作群",
        "350213101000",
        new Words("新店镇", "Xindian Town"),
        new Words("党政办公室", "Party and Government Office"),
        "ACTIVE",
        false,
        null,
        joined ? entries : List.of(),
        joined ? List.of() : entries,
        "key-2",
        null);
  }
}
