package cn.jianfu.report.console;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** What is shown of a self-check after something was asked or answered. */
@Component
class SelfCheckViews {

  private final SaidHeader said;

  SelfCheckViews(SaidHeader said) {
    this.said = said;
  }

  Rendering page(SelfCheckPage page) {
    return page(page, null, null, false).build();
  }

  Rendering question(SelfCheckPage page, boolean part) {
    return part
        ? Rendering.view("self-check-parts :: question").modelAttribute("page", page).build()
        : page(page, null, null, true).build();
  }

  Rendering agreed(SelfCheckAgreed agreed, Locale locale) {
    if (agreed.changed()) {
      var text = said.text("selfcheck.all.changed", locale);
      return page(agreed.page(), null, text, agreed.page().open() > 0)
          .status(HttpStatus.CONFLICT)
          .build();
    }
    var text = said.text("selfcheck.all.done", locale, agreed.agreed());
    return page(agreed.page(), null, text, false).modelAttribute("failed", agreed.failed()).build();
  }

  Rendering invalid(SelfCheckPage page, SelfCheckForm form) {
    return page(page, form, null, false).status(HttpStatus.UNPROCESSABLE_CONTENT).build();
  }

  Rendering invalidPart(SelfCheckForm form) {
    return problem(form, HttpStatus.UNPROCESSABLE_CONTENT, null);
  }

  Rendering part(UnitVisit visit, SelfCheckForm form, SelfCheckReply reply) {
    var locale = visit.language();
    if (!(reply instanceof SelfCheckReply.Taken taken)) {
      return problem(form, status(reply), sentence(reply, locale));
    }
    var item = changed(taken, locale);
    var view =
        Rendering.view("self-check-parts :: taken")
            .modelAttribute("unit", visit.unit())
            .modelAttribute("item", item)
            .modelAttribute("others", taken.others());
    said.of(done(item, locale)).forEach(view::header);
    return view.build();
  }

  Rendering page(SelfCheckPage page, SelfCheckForm form, SelfCheckReply reply, Locale locale) {
    if (!(reply instanceof SelfCheckReply.Taken taken)) {
      return page(page, form, sentence(reply, locale), false).status(status(reply)).build();
    }
    var item = changed(taken, locale);
    var problems = new HashMap<String, String>();
    taken.others().forEach(it -> put(problems, it));
    put(problems, item);
    return page(page.with(problems), null, done(item, locale), false).build();
  }

  private static void put(Map<String, String> problems, SelfCheckItem item) {
    if (item.problem() != null) {
      problems.put(item.groupId(), item.problem());
    }
  }

  private static Rendering.Builder<?> page(
      SelfCheckPage page, @Nullable SelfCheckForm draft, @Nullable String notice, boolean asking) {
    var view =
        Rendering.view("self-check")
            .modelAttribute("page", page)
            .modelAttribute("asking", asking)
            .modelAttribute("failed", List.of());
    add(view, "draft", draft);
    add(view, "notice", notice);
    return view;
  }

  private static void add(Rendering.Builder<?> view, String name, @Nullable Object value) {
    if (value != null) {
      view.modelAttribute(name, value);
    }
  }

  /** What is wrong goes next to the form, which keeps what was typed. */
  private static Rendering problem(
      SelfCheckForm form, HttpStatusCode status, @Nullable String sentence) {
    var view =
        Rendering.view("self-check-parts :: problem")
            .modelAttribute("draft", form)
            .header("HX-Retarget", "#said-" + form.key())
            .header("HX-Reswap", "innerHTML")
            .status(status);
    add(view, "sentence", sentence);
    return view.build();
  }

  /** An agreement to something else than was seen stands, and is told. */
  private SelfCheckItem changed(SelfCheckReply.Taken taken, Locale locale) {
    return taken.changed() && taken.item().problem() == null
        ? taken.item().with(said.text("selfcheck.changed", locale))
        : taken.item();
  }

  private String done(SelfCheckItem item, Locale locale) {
    var key = item.problem() == null ? "selfcheck.done" : "selfcheck.done.problem";
    return said.text(key, locale, item.name());
  }

  private String sentence(SelfCheckReply reply, Locale locale) {
    return switch (reply) {
      case SelfCheckReply.Taken(var item, _, _) -> done(item, locale);
      case SelfCheckReply.Declined(_, var sentence) -> sentence;
      case SelfCheckReply.Closed _ -> said.text("selfcheck.closed", locale);
      case SelfCheckReply.Unheard(var why) -> said.text("selfcheck.unheard." + why, locale);
    };
  }

  private static HttpStatusCode status(SelfCheckReply reply) {
    return switch (reply) {
      case SelfCheckReply.Taken _ -> HttpStatus.OK;
      case SelfCheckReply.Declined(int status, _) -> HttpStatusCode.valueOf(status);
      case SelfCheckReply.Closed _ -> HttpStatus.CONFLICT;
      case SelfCheckReply.Unheard(var why) ->
          switch (why) {
            case "REFUSED" -> HttpStatus.FORBIDDEN;
            case "BUSY" -> HttpStatus.TOO_MANY_REQUESTS;
            case "NOT_ASKED" -> HttpStatus.UNAUTHORIZED;
            default -> HttpStatus.SERVICE_UNAVAILABLE;
          };
    };
  }
}
