package cn.jianfu.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what has changed into the words and rows of one language. */
@Component
class LiveRendering {

  private final Fragments fragments;

  LiveRendering(Fragments fragments) {
    this.fragments = fragments;
  }

  List<LiveEvent> of(LiveDistrict.Update update, Locale locale) {
    return switch (update) {
      case LiveDistrict.Update.Town(var row) -> List.of(row(row, locale), said(row, locale));
      case LiveDistrict.Update.Board(var page) -> board(page, locale);
    };
  }

  LiveEvent row(TownRow row, Locale locale) {
    return event(row, "town-" + row.code(), "row", locale);
  }

  List<LiveEvent> board(OverviewPage page, Locale locale) {
    var events = new ArrayList<LiveEvent>();
    events.add(new LiveEvent(null, "count-all", 0, String.valueOf(page.all())));
    for (var band : Band.values()) {
      events.add(new LiveEvent(null, "count-" + band.key(), 0, String.valueOf(page.count(band))));
    }
    var heat = page.heat();
    if (heat != null) {
      var html = fragments.render("overview-parts", "heat", locale, Map.of("heat", heat));
      events.add(new LiveEvent(null, "heat", 0, html));
    }
    return events;
  }

  LiveEvent said(TownRow row, Locale locale) {
    return event(row, "said", "said", locale);
  }

  private LiveEvent event(TownRow row, String name, String fragment, Locale locale) {
    var html = fragments.render("overview-parts", fragment, locale, Map.of("row", row));
    return new LiveEvent(row.code(), name, row.version(), html);
  }
}
