package cn.jianfu.report.console;

import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Label;
import cn.jianfu.report.finding.FindingView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where the things of an inbox are found. */
final class InboxLinks {

  private InboxLinks() {}

  static String group(String id) {
    return "/groups?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  static String findings(String state) {
    return "/findings?state=" + state;
  }

  static Item finding(FindingView finding, Names names) {
    var address = "/findings/" + finding.findingId();
    return new Item(Label.of(finding.title()), notes(finding, names), address, null);
  }

  /** The district is told the town too: every town has a party office. */
  static Item ofTown(FindingView finding, Names names) {
    var item = finding(finding, names);
    var notes = new ArrayList<>(item.notes());
    if (!finding.unit().equals(finding.town())) {
      notes.add(Label.of(names.place(finding.town())));
    }
    return new Item(item.name(), notes, item.address(), null);
  }

  private static List<Label> notes(FindingView finding, Names names) {
    return List.of(
        Label.keyed("severity." + finding.severity()),
        Label.of(names.rule(finding.rule())),
        Label.of(names.place(finding.unit())));
  }
}
