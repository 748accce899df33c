package cn.jianfu.contracts.supervision;

import static cn.jianfu.contracts.Topics.SUPERVISION_EVENTS;
import static cn.jianfu.contracts.Topics.SUPERVISION_REFERENCE;

import cn.jianfu.contracts.EventType;
import java.util.List;

/** The events of report-gateway. */
public final class SupervisionEvents {

  public static final List<EventType<?>> ALL =
      List.of(
          reference("supervision.org-unit-published.v1", OrgUnitPublishedV1.class),
          reference("supervision.work-calendar-published.v1", WorkCalendarPublishedV1.class),
          reference("supervision.rule-set-published.v1", RuleSetPublishedV1.class),
          reference("supervision.exemption-published.v1", ExemptionPublishedV1.class),
          reference("supervision.round-published.v1", RoundPublishedV1.class),
          new EventType<>(
              "supervision.finding-handled.v1", FindingHandledV1.class, SUPERVISION_EVENTS),
          new EventType<>(
              "supervision.finding-contested.v1", FindingContestedV1.class, SUPERVISION_EVENTS),
          new EventType<>("supervision.day-closed.v1", DayClosedV1.class, SUPERVISION_EVENTS));

  private SupervisionEvents() {}

  private static <E> EventType<E> reference(String name, Class<E> payload) {
    return new EventType<>(name, payload, SUPERVISION_REFERENCE);
  }
}
