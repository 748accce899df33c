package cn.jianfu.report.console;

import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Label;
import cn.jianfu.report.finding.FindingView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Where the things of an inbox are found. */
final class InboxLinks {

  private InboxLinks() {}

  static String group(String id) {
    return "/groups?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  static String findings(String state) {
    return "/findings?state=" + state;
  }

  /** A finding has no page of its own: it is found by its rule and the name of its subject. */
  static Item finding(FindingView finding, Names names, String state) {
    var asked = new LinkedMultiValueMap<String, String>();
    asked.add("town", finding.town());
    asked.add("rule", finding.rule());
    asked.add("state", state);
    asked.add("q", finding.title());
    return new Item(Label.of(finding.title()), notes(finding, names), address(asked), null);
  }

  /** The district is told the town too: every town has a party office. */
  static Item ofTown(FindingView finding, Names names, String state) {
    var item = finding(finding, names, state);
    var notes = new ArrayList<>(item.notes());
    if (!finding.unit().equals(finding.town())) {
      notes.add(Label.of(names.unit(finding.town())));
    }
    return new Item(item.name(), notes, item.address(), null);
  }

  private static List<Label> notes(FindingView finding, Names names) {
    return List.of(
        Label.keyed("severity." + finding.severity()),
        Label.of(names.rule(finding.rule())),
        Label.of(names.unit(finding.unit())));
  }

  private static String address(MultiValueMap<String, String> asked) {
    return FindingQuery.of(asked).address(1);
  }
}
