package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.RuleSets;
import cn.jianfu.report.reference.domain.WorkCalendars;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class HistoryMappingTest {

  private final HistoryMapping mapping =
      new HistoryMapping(
          new Names(
              new District(
                  OrgTree.of(List.of()),
                  WorkCalendars.of(List.of()),
                  RuleSets.of(List.of()),
                  List.of(),
                  List.of()),
              LocalDate.of(2026, 11, 23)),
          Map.of("u/WECOM/b", "值守群"));

  @Test
  void aRenameShowsTheFormerName() {
    GroupPage.Event event =
        event(
            """
            {"at":"2026-11-19T02:11:00Z","type":"group.work-group-renamed.v1",
             "actor":{"role":"town-office"},
             "changes":[{"field":"name","from":"旧","to":"新"}]}\
            """);

    assertThat(event.kind()).isEqualTo("renamed");
    assertThat(event.changes())
        .containsExactly(new GroupPage.Change("name", words("旧"), words("新")));
  }

  @Test
  void aFiledRenameShowsTheNameThatWasFiledBefore() {
    GroupPage.Event event =
        event(
            """
            {"type":"group.work-group-filed.v1",
             "changes":[{"field":"filedName","from":"旧","to":"新"}]}\
            """);

    assertThat(event.changes())
        .containsExactly(new GroupPage.Change("filedName", words("旧"), words("新")));
    assertThat(event("{\"changes\":[{\"field\":\"filedName\",\"to\":\"新\"}]}").changes())
        .as("filed first")
        .isEmpty();
  }

  @Test
  void aDecisionShowsItsKindAndADeclarationRepeatsNothing() {
    GroupPage.Event event =
        event(
            """
            {"changes":[{"field":"decision.kind","to":"MERGE"},{"field":"name","to":"新"},
             {"field":"decision.mergeInto","to":"u/WECOM/b"},
             {"field":"state","from":"ACTIVE","to":"MERGING"}]}\
            """);

    assertThat(event.changes())
        .containsExactly(
            new GroupPage.Change(
                "decision.kind", null, new GroupPage.Value("decision.MERGE", Words.same("MERGE"))),
            new GroupPage.Change("decision.mergeInto", null, words("值守群")));
  }

  @Test
  void aPersonIsNeverNamed() {
    GroupPage.Event event =
        event("{\"changes\":[{\"field\":\"ownerRef\",\"from\":\"v1:a\",\"to\":\"v1:b\"}]}");

    assertThat(event.changes()).containsExactly(new GroupPage.Change("ownerRef", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"changes\":7}",
        "{\"at\":\"gestern\",\"changes\":[7,{},{\"field\":\"kind\",\"from\":1,\"to\":[]}]}"
      })
  void whatIsNotThereIsLeftOut(String entry) {
    assertThat(event(entry).changes()).isEmpty();
  }

  private static GroupPage.Value words(String text) {
    return new GroupPage.Value(null, Words.same(text));
  }

  private GroupPage.Event event(String entry) {
    return mapping.event(JsonMapper.shared().readTree(entry));
  }
}
