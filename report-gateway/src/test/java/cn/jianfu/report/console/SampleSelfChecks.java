package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The self-check of the sample town: 44 groups, of which some are answered. */
final class SampleSelfChecks {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String UNIT = "350213101901";
  private static final List<String> NAMES =
      List.of("宅基地摸排群", "防汛应急工作群", "文明城市迎检群", "党建信息报送群", "新店镇农村人居环境整治暨乡村振兴示范村创建工作联络协调（临时）群");

  final List<SelfCheckItem> items = new ArrayList<>();

  /** Why group-service does not answer; empty when it does. */
  volatile String away = "";

  /** What it declines answers with; empty when it takes them. */
  volatile String declined = "";

  /** What stands against decisions, by group. */
  volatile Map<String, String> problems = Map.of();

  volatile boolean noRound;

  /** How often it was told an answer. */
  final AtomicInteger told = new AtomicInteger();

  SampleSelfChecks() {
    reset();
  }

  void reset() {
    away = "";
    declined = "";
    problems = Map.of();
    noRound = false;
    told.set(0);
    items.clear();
    for (int at = 0; at < 44; at++) {
      items.add(item(at));
    }
  }

  static String id(int at) {
    return UNIT + "/WECHAT/g-" + at;
  }

  private static SelfCheckItem item(int at) {
    var suggested = at < 18 ? "DISSOLVE" : at < 28 ? "MERGE" : at < 42 ? "KEEP" : "STANDARDISE";
    var into = suggested.equals("MERGE") ? new SelfCheckItem.Target(id(30), name(30)) : null;
    var answered = at % 4 == 0;
    var contested = at == 8;
    return new SelfCheckItem(
        id(at),
        name(at),
        new Words("党政办", "Party and government office"),
        suggested,
        into,
        because(suggested),
        answered ? (contested ? "CONTESTED" : "CONFIRMED") : null,
        answered ? (contested ? "KEEP" : suggested) : null,
        answered ? into : null,
        contested ? "防汛期间仍在使用，汛后再议" : null,
        answered ? LocalDate.of(2026, 11, 20) : null,
        null,
        List.of(
            new SelfCheckItem.Target(id(30), name(30)),
            new SelfCheckItem.Target(id(31), name(31))));
  }

  private static String name(int at) {
    return NAMES.get(at % NAMES.size()).replace("群", at + "群");
  }

  private static List<SelfCheckItem.Why> because(String suggested) {
    return switch (suggested) {
      case "DISSOLVE" ->
          List.of(
              new SelfCheckItem.Why(
                  "G-ZOMB",
                  new Words("僵尸群", "Zombie group"),
                  new Words(
                      "自 2026-08-06 起没有实质活动（一天至少 2 人发言），已超过 60 天",
                      "No real activity since 2026-08-06, more than 60 days ago")));
      case "MERGE" ->
          List.of(new SelfCheckItem.Why("G-OVER", new Words("交叉重复群", "Overlapping groups"), null));
      case "STANDARDISE" ->
          List.of(new SelfCheckItem.Why("G-REG", new Words("未备案群", "Unregistered group"), null));
      default -> List.of();
    };
  }

  SelfCheckPage page(UnitVisit visit) {
    var unreadable = noRound || !away.isEmpty();
    return new SelfCheckPage(
        visit.unit(),
        visit.unit().endsWith("000")
            ? new Words("新店镇", "Xindian Town")
            : new Words("新店镇党政办", "Xindian party and government office"),
        SampleDistrict.XINDIAN,
        new Words("新店镇", "Xindian Town"),
        noRound
            ? null
            : new SelfCheckPage.Round(
                "2026-autumn",
                new Words("2026 年秋季专项整治", "Autumn 2026 clean-up"),
                LocalDate.of(2026, 11, 30)),
        visit.user().answersSelfChecks(),
        TODAY,
        unreadable ? List.of() : List.copyOf(items),
        away.isEmpty()
            ? List.of()
            : List.of(new SelfCheckPage.Missing(new Words("新店镇党政办", "Party office"), away, null)),
        items.stream().allMatch(it -> !it.open()) ? TODAY : null);
  }

  SelfCheckReply answer(SelfCheckForm form) {
    if (!away.isEmpty()) {
      return new SelfCheckReply.Unheard(away);
    }
    if (noRound) {
      return new SelfCheckReply.Closed();
    }
    if (!declined.isEmpty()) {
      return new SelfCheckReply.Declined(409, declined);
    }
    told.incrementAndGet();
    items.replaceAll(it -> it.groupId().equals(form.group()) ? answered(it, form) : it);
    var item = items.stream().filter(it -> it.groupId().equals(form.group())).findFirst();
    var others =
        items.stream()
            .filter(it -> problems.containsKey(it.groupId()))
            .filter(it -> !it.groupId().equals(form.group()))
            .map(it -> it.with(problems.get(it.groupId())))
            .toList();
    return item.<SelfCheckReply>map(it ->
            new SelfCheckReply.Taken(
                it.with(problems.get(it.groupId())),
                form.agrees() && !form.seen().equals(it.proposal()),
                others))
        .orElseGet(() -> new SelfCheckReply.Unheard("UNKNOWN"));
  }

  SelfCheckAgreed agree(UnitVisit visit, String seen) {
    if (!page(visit).seen().equals(seen)) {
      return new SelfCheckAgreed(page(visit), true, 0, List.of());
    }
    long open = page(visit).open();
    told.incrementAndGet();
    items.replaceAll(it -> it.open() ? agreed(it) : it);
    return new SelfCheckAgreed(page(visit), false, open, List.of());
  }

  private static SelfCheckItem answered(SelfCheckItem item, SelfCheckForm form) {
    if (form.agrees()) {
      return agreed(item);
    }
    var into =
        item.others().stream().filter(it -> it.id().equals(form.into())).findFirst().orElse(null);
    return with(item, "CONTESTED", form.choice(), into, form.reason());
  }

  private static SelfCheckItem agreed(SelfCheckItem item) {
    return with(item, "CONFIRMED", item.suggested(), item.suggestedInto(), null);
  }

  private static SelfCheckItem with(
      SelfCheckItem item,
      String answer,
      String decided,
      SelfCheckItem.@Nullable Target into,
      @Nullable String reason) {
    return new SelfCheckItem(
        item.groupId(),
        item.name(),
        item.unitName(),
        item.suggested(),
        item.suggestedInto(),
        item.because(),
        answer,
        decided,
        into,
        reason,
        TODAY,
        null,
        item.others());
  }

  SelfCheckItem get(int at) {
    return Objects.requireNonNull(items.get(at));
  }
}
