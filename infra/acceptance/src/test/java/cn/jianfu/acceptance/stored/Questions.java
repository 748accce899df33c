package cn.jianfu.acceptance.stored;

import cn.jianfu.acceptance.Pages;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.RefusedByPlatform;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.allinone.sample.SampleUnit;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What is asked about a day of the past, so that the answer is the same on any later day: each
 * group with its history, the lists of the round, what the district is made of, and each town as of
 * that day.
 */
record Questions(PlatformAddresses platform, PlatformClient district, String day) {

  /** The answers, by what was asked. */
  Map<String, JsonNode> answers() {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (String group : groups()) {
      answer(answers, "group", "groups/" + group);
      answer(answers, "group", "groups/" + group + "/history?limit=200");
      answer(answers, "group", "groups/" + group + "/members");
    }
    for (SampleUnit unit : SampleUnit.all()) {
      answer(answers, "gateway", "org-units/" + unit.code());
    }
    SampleUnit.all().stream()
        .filter(unit -> unit.parent().equals(SampleUnit.XINDIAN))
        .forEach(unit ->
            answer(answers, "group", "self-checks/" + SampleDistrict.ROUND + "/" + unit.code()));
    for (String of : List.of("rounds", "exemptions", "rule-sets", "calendars")) {
      answer(answers, "gateway", of);
    }
    for (String town : SampleUnit.TOWNS) {
      answer(answers, "gateway", "towns/" + town + "?asOf=" + day);
    }
    return answers;
  }

  /** What is said of the present: other each day, the same twice within one. */
  Map<String, JsonNode> present() {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (String town : SampleUnit.TOWNS) {
      answer(answers, "gateway", "towns/" + town);
    }
    return answers;
  }

  private void answer(Map<String, JsonNode> answers, String service, String path) {
    JsonNode answer = ask(service, path);
    if (!answer.isMissingNode()) {
      answers.put(service + ":" + path, answer);
    }
  }

  /** Missing when there is none. */
  private JsonNode ask(String service, String path) {
    URI base = service.equals("group") ? platform.group() : platform.gateway();
    try {
      return district.get(base.resolve("/api/v1/" + path));
    } catch (RefusedByPlatform refused) {
      if (refused.status() == 404) {
        return MissingNode.getInstance();
      }
      throw refused;
    }
  }

  private List<String> groups() {
    return Pages.all(district, platform.group().resolve("/api/v1/groups?limit=200")).stream()
        .map(group -> group.path("groupId").asString())
        .toList();
  }
}
