package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.GroupOrders;
import cn.jianfu.report.group.OrderTold;
import cn.jianfu.report.group.UnjudgedGroups;
import cn.jianfu.report.group.UnjudgedTold;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.scope.UnitScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The register, from the read side; what is decided goes to group-service, group by group. */
@Component
final class GatewayRegister implements RegisterSource {

  /** A bulk of decisions must leave room for everybody else. */
  private static final int AT_ONCE = 4;

  private final TownCompliances towns;
  private final FindingDesk findings;
  private final GroupOrders orders;
  private final UnjudgedGroups unjudged;
  private final Reference reference;
  private final DistrictClock clock;
  private final RandomKeys random;

  GatewayRegister(
      TownCompliances towns,
      FindingDesk findings,
      GroupOrders orders,
      UnjudgedGroups unjudged,
      Reference reference,
      DistrictClock clock,
      RandomKeys random) {
    this.towns = towns;
    this.findings = findings;
    this.orders = orders;
    this.unjudged = unjudged;
    this.reference = reference;
    this.clock = clock;
    this.random = random;
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
        .flatMap(book ->
            book.complete(form)
                ? each(book.affected(form), row -> rehearse(visit, form, row))
                    .map(told -> book.preview(asked, form, random.next(), told))
                : Mono.just(book.incomplete(asked, form)));
  }

  @Override
  public Mono<RegisterReply> carryOut(RegisterVisit visit, RegisterQuery asked, RegisterForm form) {
    return book(visit, asked)
        .flatMap(book ->
            book.complete(form)
                ? each(book.affected(form), row -> follow(visit, form, row))
                    .map(told -> new RegisterReply.CarriedOut(book.result(asked, form, told)))
                : Mono.just(new RegisterReply.Incomplete(book.incomplete(asked, form))));
  }

  /** Empty when there is no group: nothing happens, and nothing is to be told. */
  private static Mono<List<RegisterOutcome>> each(
      List<RegisterRow> rows, Function<RegisterRow, Mono<OrderTold>> order) {
    return Flux.fromIterable(rows)
        .flatMapSequential(
            row -> order.apply(row).map(told -> RegisterOutcome.of(row, told)), AT_ONCE)
        .collectList()
        .filter(told -> !told.isEmpty());
  }

  private Mono<OrderTold> rehearse(RegisterVisit visit, RegisterForm form, RegisterRow row) {
    var token = visit.token();
    return token == null
        ? Mono.just(new OrderTold.Nothing(Degraded.NOT_ASKED))
        : orders.rehearse(row.id(), form.order(), new GroupOrders.Caller(token, visit.language()));
  }

  private Mono<OrderTold> follow(RegisterVisit visit, RegisterForm form, RegisterRow row) {
    var token = visit.token();
    return token == null
        ? Mono.just(new OrderTold.Nothing(Degraded.NOT_ASKED))
        : orders.follow(
            row.id(),
            form.order(),
            form.versions().get(row.id()),
            key(form.key(), row.id()),
            new GroupOrders.Caller(token, visit.language()));
  }

  /** The same for a form and a group, whenever it is sent; ids are longer than keys may be. */
  static String key(String form, String group) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(group.getBytes(StandardCharsets.UTF_8));
      return form + "-" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Mono<RegisterBook> book(RegisterVisit visit, RegisterQuery asked) {
    var names = new Names(reference.current(), clock.today());
    return Mono.justOrEmpty(RegisterBook.place(names, visit.user(), asked.town()))
        .flatMap(place ->
            gap(visit, names, place, asked.unjudged())
                .flatMap(gap -> book(visit, names, place, gap.orElse(null))));
  }

  private Mono<RegisterBook> book(
      RegisterVisit visit, Names names, String place, @Nullable RegisterGap gap) {
    String town = names.townOf(place);
    return Mono.zip(
            towns.register(town),
            findings.openIn(new UnitScope(place, names.district().units()), town, null))
        .map(both -> new RegisterBook(names, visit.user(), place, both.getT1(), both.getT2(), gap));
  }

  /** Of a place what the user's login reaches: that of a town's office may be its party office. */
  private static String ownPart(RegisterVisit visit, Names names, String place) {
    String unit = visit.user().unit();
    if (visit.user().scope().wholeDistrict()) {
      return place;
    }
    return names.district().units().within(unit, place) ? unit : place;
  }

  /** What the rule that is asked for could not judge; empty when none is asked for. */
  private Mono<Optional<RegisterGap>> gap(
      RegisterVisit visit, Names names, String place, String rule) {
    if (!RegisterBook.isRule(names, rule)) {
      return Mono.just(Optional.empty());
    }
    var token = visit.token();
    Mono<UnjudgedTold> told =
        token == null
            ? Mono.just(new UnjudgedTold.Nothing(Degraded.NOT_ASKED))
            : unjudged.of(
                ownPart(visit, names, place), names.townOf(place), rule, token, visit.language());
    return told.map(it -> Optional.of(RegisterGap.of(rule, names.rule(rule), it)));
  }
}
