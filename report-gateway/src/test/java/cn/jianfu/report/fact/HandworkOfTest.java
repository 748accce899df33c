package cn.jianfu.report.fact;

import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.TOWN_OFFICE;
import static cn.jianfu.report.SampleEvents.TOWN_SYSTEM;
import static cn.jianfu.report.SampleEvents.decided;
import static cn.jianfu.report.SampleEvents.declaredByHand;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.contracts.group.WorkGroupChangedV1;
import cn.jianfu.contracts.group.WorkGroupDecidedV1;
import cn.jianfu.contracts.group.WorkGroupDeclaredV1;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.contracts.group.WorkGroupWarnedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.Handwork;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandworkOfTest {

  private static final String GROUP = PARTY_OFFICE + "/WECOM/h";
  private static final ActorV1 SUPERVISOR =
      new ActorV1("issuer", "u-1", "district-supervisor", "350213000000");

  @Test
  void aGroupThatAPersonDeclaresOrChangesIsTyped() {
    var group = declaredByHand(GROUP, "群", TODAY);

    assertThat(HandworkOf.event(new WorkGroupDeclaredV1(group, TOWN_OFFICE)))
        .contains(Handwork.FILLED_IN);
    assertThat(HandworkOf.event(new WorkGroupChangedV1(group, TOWN_OFFICE)))
        .contains(Handwork.FILLED_IN);
  }

  @Test
  void whatASystemPushesOrARegisterBringsIsNot() {
    var imported = decided(GROUP, "IMPORTED", null, TODAY);

    assertThat(HandworkOf.event(filed(GROUP, "群", TODAY))).isEmpty();
    assertThat(
            HandworkOf.event(
                new WorkGroupDeclaredV1(declaredByHand(GROUP, "群", TODAY), TOWN_SYSTEM)))
        .isEmpty();
    assertThat(HandworkOf.event(new WorkGroupFiledV1(imported, TOWN_OFFICE))).isEmpty();
  }

  @Test
  void aDecisionOfOnesOwnIsTypedAndOneOfTheSelfCheckIsCountedThere() {
    assertThat(HandworkOf.event(decision(null, TOWN_OFFICE))).contains(Handwork.DECIDED);
    assertThat(HandworkOf.event(decision("2026-1", TOWN_OFFICE)))
        .as("nobody says where it came from")
        .isEmpty();
    assertThat(HandworkOf.event(from("SELF_CHECK"))).isEmpty();
    assertThat(HandworkOf.event(from("BY_HAND"))).contains(Handwork.DECIDED);
  }

  @Test
  void whatTheDistrictDoesOrFollowsByItselfIsNoBurdenOfTheTown() {
    assertThat(HandworkOf.event(decision(null, SUPERVISOR))).isEmpty();
    assertThat(
            HandworkOf.event(new WorkGroupWarnedV1(declaredByHand(GROUP, "群", TODAY), TOWN_OFFICE)))
        .isEmpty();
  }

  @Test
  void severalChangesOfAGroupOnADayAreOneItemAndTheDayIsTheDistricts() {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    for (int sequence = 1; sequence <= 3; sequence++) {
      var changed = new WorkGroupChangedV1(declaredByHand(GROUP, "群", TODAY), TOWN_OFFICE);
      facts.apply(List.of(event(GROUP, sequence, changed))).block();
    }
    facts.apply(List.of(event(GROUP, 4, decision(null, TOWN_OFFICE)))).block();

    GroupFact group = Objects.requireNonNull(facts.recordOf(XINDIAN).block()).groups().getFirst();
    assertThat(group.handwork())
        .isEqualTo(Map.of(TODAY, Set.of(Handwork.FILLED_IN, Handwork.DECIDED)));
  }

  @Test
  void aListOfAServiceThatDoesNotSayTheDaysIsReadAndItsAnswersAreUndated() {
    String before =
        """
        {"round":"2026-1","unit":"350213101000","town":"350213101000","items":44,
         "confirmed":40,"contested":4,"generatedOn":"2026-11-01","completedOn":null}
        """;

    var fact =
        FactReader.selfCheck(
            EventJson.read(before.getBytes(StandardCharsets.UTF_8), SelfCheckChangedV1.class));

    assertThat(fact.undated()).isEqualTo(4);
    assertThat(fact.contested()).isEmpty();
  }

  /** One of a round. */
  private static WorkGroupDecidedV1 from(String origin) {
    var round = decision("2026-1", TOWN_OFFICE);
    String told =
        EventJson.write(round).replace("\"round\"", "\"origin\":\"" + origin + "\",\"round\"");
    return EventJson.read(told.getBytes(StandardCharsets.UTF_8), WorkGroupDecidedV1.class);
  }

  private static WorkGroupDecidedV1 decision(@Nullable String round, ActorV1 by) {
    return new WorkGroupDecidedV1(decided(GROUP, "API", round, LocalDate.of(2026, 11, 23)), by);
  }
}
