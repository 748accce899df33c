package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A unit's word on secrecy, for the tests of the console. */
final class SampleSecrecy {

  /** An incident that the district has confirmed. */
  static final String CONFIRMED = "confirmed";

  static final String GROUP = "350213101901/WECOM/leaky";

  private final List<SecrecyPage.Incident> incidents = new ArrayList<>();
  volatile @Nullable LocalDate statedOn;
  final AtomicInteger told = new AtomicInteger();

  void reset() {
    statedOn = LocalDate.of(2025, 10, 1);
    told.set(0);
    incidents.clear();
  }

  SecrecyPage page(UnitVisit visit, boolean away) {
    return new SecrecyPage(
        visit.unit(),
        new Words("党政办", "Party and Government Office"),
        SampleDistrict.XINDIAN,
        new Words("新店镇", "Xindian Town"),
        "unit",
        visit.user().answersSelfChecks(),
        visit.user().answersSelfChecks() || visit.user().administers(),
        SampleDistrict.CLOCK.today(),
        away ? "secrecy.missing.AWAY" : null,
        statedOn,
        statedOn == null ? null : statedOn.plusDays(365),
        List.copyOf(incidents),
        List.of(new SecrecyPage.Choice(GROUP, "<i>防汛群</i>")),
        "next-" + incidents.size(),
        null,
        Map.of(),
        null);
  }

  SecrecyReply say(UnitVisit visit, SecrecyForm form, boolean away) {
    if (away) {
      return new SecrecyReply.Unheard(page(visit, true), "AWAY");
    }
    told.incrementAndGet();
    LocalDate found = form.foundOn();
    if (found != null && found.isAfter(SampleDistrict.CLOCK.today())) {
      return new SecrecyReply.Declined(page(visit, false), 422, "不能晚于今天");
    }
    switch (form.say()) {
      case STATE -> statedOn = SampleDistrict.CLOCK.today();
      case TAKE_BACK -> statedOn = null;
      case REPORT -> {
        incidents.removeIf(each -> each.id().equals(form.id()));
        incidents.add(
            new SecrecyPage.Incident(
                form.id(),
                form.group().isEmpty() ? null : form.group(),
                "<i>防汛群</i>",
                found == null ? LocalDate.EPOCH : found,
                form.resolvedOn(),
                null,
                null));
      }
      case WITHDRAW -> {
        if (form.id().equals(CONFIRMED)) {
          return new SecrecyReply.Confirmed(page(visit, false));
        }
        incidents.replaceAll(each -> each.id().equals(form.id()) ? withdrawn(each, form) : each);
      }
    }
    return new SecrecyReply.Taken(page(visit, false));
  }

  private static SecrecyPage.Incident withdrawn(SecrecyPage.Incident it, SecrecyForm form) {
    return new SecrecyPage.Incident(
        it.id(),
        it.groupId(),
        it.group(),
        it.foundOn(),
        null,
        SampleDistrict.CLOCK.today(),
        form.reason());
  }
}
