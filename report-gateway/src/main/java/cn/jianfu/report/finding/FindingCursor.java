package cn.jianfu.report.finding;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of findings ends.
 *
 * @param raisedOn day of the last finding on it
 * @param id of that finding
 */
record FindingCursor(String raisedOn, String id) {

  static FindingCursor after(FindingView last) {
    return new FindingCursor(last.raisedOn().toString(), last.findingId());
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((raisedOn + " " + id).getBytes(StandardCharsets.UTF_8));
  }

  static Bson filter(@Nullable String cursor) {
    return cursor == null ? new Document() : read(cursor).later();
  }

  // The newest first, then by id.
  private Bson later() {
    return Filters.or(
        Filters.lt("raisedOn", raisedOn),
        Filters.and(Filters.eq("raisedOn", raisedOn), Filters.gt("_id", id)));
  }

  private static FindingCursor read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int gap = text.indexOf(' ');
      return new FindingCursor(text.substring(0, gap), text.substring(gap + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw Problem.of(WebProblems.INVALID).atParameter("cursor", "not-readable").toException();
    }
  }
}
