package cn.jianfu.report.console;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.RegisterLine;
import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.CleanupDecision.Kind;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.GroupOrder;
import cn.jianfu.report.group.OrderTold;
import cn.jianfu.report.group.Refused;
import cn.jianfu.report.group.UnjudgedTold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A register for the tests of the console, and a group-service that decides about its groups. */
final class SampleRegister implements RegisterSource {

  static final String TOWN = SampleDistrict.XINDIAN;
  static final String OFFICE = "350213101901";
  static final String VILLAGE = "350213101201";
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final LocalDate DUE = LocalDate.of(2026, 12, 7);

  private final Map<String, RegisterLine> lines = new TreeMap<>();

  /** What was told by its key: a repeat is answered alike. */
  final Map<String, OrderTold> told = new ConcurrentHashMap<>();

  /** How often anything was told, repeats included. */
  final List<String> heard = new ArrayList<>();

  /** Groups about which no answer comes. */
  final List<String> silent = new ArrayList<>();

  /** What is said of groups that a rule could not judge. */
  UnjudgedTold unjudged = new UnjudgedTold.Nothing(Degraded.AWAY);

  void reset() {
    unjudged = new UnjudgedTold.Nothing(Degraded.AWAY);
    lines.clear();
    told.clear();
    heard.clear();
    silent.clear();
    for (int i = 1; i <= 64; i++) {
      put(line(i));
    }
  }

  private void put(RegisterLine line) {
    lines.put(line.group().groupId(), line);
  }

  static String id(int i) {
    return List.of(TOWN, OFFICE, VILLAGE).get(i % 3) + "/WECHAT/g%2F" + i;
  }

  static RegisterLine line(int i) {
    var id = id(i);
    var state = state(i);
    var name = i == 1 ? "=1+2<b>防汛</b>\"群\"" : NAMES.get(i % NAMES.size()) + i;
    return new RegisterLine(
        new GroupLine(
            id,
            id.substring(0, 12),
            name,
            i % 5 == 0 ? "QQ" : "WECHAT",
            i % 2 == 0 ? "PERMANENT" : null,
            state,
            i % 4 == 1 ? "API" : "IMPORTED",
            TODAY.minusDays(400),
            TODAY.minusDays(1),
            i % 8 == 0 ? null : TODAY.minusDays(i),
            i % 10 == 0 ? null : 12 + i,
            i % 20 == 0 ? 30 : null,
            null,
            null,
            null,
            0),
        decision(i, state));
  }

  private static final List<String> NAMES =
      List.of("疫苗接种统计群", "防汛值班群", "宅基地摸排群", "村书记工作群", "党建材料报送群");

  private static GroupState state(int i) {
    if (i % 9 == 0) {
      return GroupState.DISSOLVING;
    }
    if (i % 11 == 0) {
      return GroupState.DISSOLVED;
    }
    return i % 7 == 0 ? GroupState.OBSERVED : i % 6 == 1 ? GroupState.WARNED : GroupState.ACTIVE;
  }

  private static @Nullable CleanupDecision decision(int i, GroupState state) {
    var due = TODAY.minusDays(3L - i % 4);
    return switch (state) {
      case DISSOLVING -> decided(Kind.DISSOLVE, due, null);
      case DISSOLVED -> decided(Kind.DISSOLVE, due, TODAY.minusDays(5));
      default -> i % 13 == 0 ? decided(Kind.STANDARDISE, DUE, null) : null;
    };
  }

  static CleanupDecision decided(Kind kind, LocalDate due, @Nullable LocalDate executedOn) {
    return new CleanupDecision(kind, TODAY.minusDays(20), due, null, executedOn, null);
  }

  static List<FindingView> findings() {
    List<FindingView> all = new ArrayList<>();
    for (int i = 1; i <= 64; i++) {
      if (i % 4 == 0) {
        all.add(finding("G-ZOMB", ShownState.SUSPECTED, false, id(i)));
      }
      if (i % 6 == 0) {
        all.add(finding("G-REG", ShownState.CONFIRMED, false, id(i)));
      }
    }
    all.add(finding("G-ZOMB", ShownState.DISMISSED, false, id(5)));
    all.add(finding("G-ZOMB", ShownState.CONFIRMED, true, id(10)));
    return all;
  }

  static FindingView finding(String rule, ShownState state, boolean exempt, String group) {
    return new FindingView(
        rule + group,
        LocalDate.of(2026, 11, 23),
        rule,
        group,
        "M",
        state,
        exempt,
        TOWN,
        group.substring(0, 12),
        "群",
        List.of(group),
        44,
        Map.of(),
        "僵尸群",
        "Zombie",
        "API",
        "r@1",
        TODAY.minusDays(9),
        TODAY,
        null,
        null,
        List.of(),
        List.of(),
        false,
        List.of());
  }

  @Override
  public Mono<RegisterPage> page(RegisterVisit visit, RegisterQuery asked, RegisterForm form) {
    return book(visit, asked).map(book -> book.page(asked, form));
  }

  @Override
  public Mono<List<RegisterRow>> rows(RegisterVisit visit, RegisterQuery asked) {
    return book(visit, asked).map(book -> book.rows(book.understood(asked)));
  }

  @Override
  public Mono<RegisterPreview> preview(
      RegisterVisit visit, RegisterQuery asked, RegisterForm form) {
    return book(visit, asked)
        .flatMap(book -> {
          if (!book.complete(form)) {
            return Mono.just(book.incomplete(asked, form));
          }
          var outcomes =
              book.affected(form).stream()
                  .map(row -> RegisterOutcome.of(row, judged(row.id(), form)))
                  .toList();
          return outcomes.isEmpty()
              ? Mono.empty()
              : Mono.just(book.preview(asked, form, "key-" + heard.size(), outcomes));
        });
  }

  @Override
  public Mono<RegisterReply> carryOut(RegisterVisit visit, RegisterQuery asked, RegisterForm form) {
    return book(visit, asked)
        .flatMap(book -> {
          if (!book.complete(form)) {
            return Mono.just(new RegisterReply.Incomplete(book.incomplete(asked, form)));
          }
          var outcomes =
              book.affected(form).stream()
                  .map(row -> RegisterOutcome.of(row, tell(row.id(), form)))
                  .toList();
          return outcomes.isEmpty()
              ? Mono.empty()
              : Mono.just(new RegisterReply.CarriedOut(book.result(asked, form, outcomes)));
        });
  }

  private Mono<RegisterBook> book(RegisterVisit visit, RegisterQuery asked) {
    var names = SampleRegisterDistrict.names();
    return Mono.justOrEmpty(RegisterBook.place(names, visit.user(), asked.town()))
        .map(town -> {
          var known = town.equals(TOWN) ? List.copyOf(lines.values()) : List.<RegisterLine>of();
          return new RegisterBook(
              names, visit.user(), town, known, findings(), gap(names, asked.unjudged()));
        });
  }

  private @Nullable RegisterGap gap(Names names, String rule) {
    return RegisterBook.isRule(names, rule)
        ? RegisterGap.of(rule, names.rule(rule), unjudged)
        : null;
  }

  private OrderTold tell(String id, RegisterForm form) {
    heard.add(form.key() + " " + id);
    if (silent.contains(id)) {
      return new OrderTold.Nothing(Degraded.AWAY);
    }
    return Optional.ofNullable(told.get(form.key() + id)).orElseGet(() -> follow(id, form));
  }

  private OrderTold follow(String id, RegisterForm form) {
    var answer = judged(id, form);
    if (answer instanceof OrderTold.Taken taken) {
      told.put(form.key() + id, taken);
      var before = line(id);
      var standing = taken.decision();
      put(
          new RegisterLine(
              with(before.group(), GroupState.valueOf(taken.state())),
              standing == null
                  ? null
                  : decided(
                      Kind.valueOf(standing.kind()), standing.dueOn(), standing.executedOn())));
    }
    return answer;
  }

  private RegisterLine line(String id) {
    return Objects.requireNonNull(lines.get(id));
  }

  private OrderTold judged(String id, RegisterForm form) {
    if (silent.contains(id)) {
      return new OrderTold.Nothing(Degraded.AWAY);
    }
    var line = line(id);
    return switch (form.order()) {
      case GroupOrder.Decide it -> decide(line, it);
      case GroupOrder.Withdraw _ ->
          line.decision() == null
              ? declined("没有处置决定。")
              : new OrderTold.Taken("ACTIVE", null, 4, true);
      case GroupOrder.Undeclare _ ->
          line.decision() == null
              ? new OrderTold.Taken("WITHDRAWN", null, 4, true)
              : declined("该群登记后已作出处置决定，登记不能撤回。");
      case GroupOrder.Execute it ->
          line.decision() == null
              ? declined("没有处置决定。")
              : new OrderTold.Taken(
                  "DISSOLVED", decision("DISSOLVE", DUE, it.executedOn()), 4, true);
      case GroupOrder.Restore _ -> new OrderTold.Taken("ACTIVE", null, 5, true);
      case GroupOrder.Join _, GroupOrder.Separate _ ->
          throw new IllegalStateException("is not said here");
    };
  }

  private static OrderTold decide(RegisterLine line, GroupOrder.Decide it) {
    if (!line.declared()) {
      return declined("请先登记该工作群。");
    }
    if (line.decision() != null) {
      return declined("已有尚未执行的处置决定，请先执行或撤回。");
    }
    var due = it.dueOn() == null ? DUE : it.dueOn();
    var state =
        switch (it.kind()) {
          case "DISSOLVE" -> "DISSOLVING";
          case "MERGE" -> "MERGING";
          default -> "ACTIVE";
        };
    var done = it.kind().equals("KEEP") ? TODAY : null;
    return new OrderTold.Taken(state, decision(it.kind(), due, done), 3, true);
  }

  private static DecisionV1 decision(String kind, LocalDate due, @Nullable LocalDate executedOn) {
    return new DecisionV1(
        kind,
        "闲置",
        new ActorV1("i", "s", "town-office", TOWN),
        TODAY,
        due,
        null,
        null,
        null,
        executedOn,
        executedOn == null ? null : executedOn.plusDays(30),
        null);
  }

  private static OrderTold declined(String sentence) {
    return new OrderTold.Declined(409, new Refused("urn:problem:x", "不能处置", sentence, null));
  }

  private static GroupLine with(GroupLine it, GroupState state) {
    return new GroupLine(
        it.groupId(),
        it.unit(),
        it.name(),
        it.platform(),
        it.kind(),
        state,
        it.confidence(),
        it.createdOn(),
        it.lastReportedOn(),
        it.lastActiveOn(),
        it.members(),
        it.memberCount(),
        it.decision(),
        it.dueOn(),
        it.validUntil(),
        it.openFindings());
  }
}
