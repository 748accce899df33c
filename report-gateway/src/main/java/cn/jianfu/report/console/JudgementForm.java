package cn.jianfu.report.console;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the dialog sent.
 *
 * @param key the same for every time that this dialog is sent
 * @param alone whether it was opened on the finding's own page, which shows no rows
 * @param problem the text's key when the reason will not do; null when it will
 */
record JudgementForm(
    List<String> ids,
    Verdict verdict,
    String reason,
    String key,
    boolean alone,
    @Nullable String problem) {

  private static final int MOST = 100;

  static JudgementForm of(MultiValueMap<String, String> sent) {
    var ids = sent.getOrDefault("id", List.of()).stream().distinct().toList();
    var verdict = Verdict.of(sent.getFirst("verdict"));
    if (ids.isEmpty() || ids.size() > MOST || verdict.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    var reason = Objects.requireNonNullElse(sent.getFirst("reason"), "").strip();
    var key = Objects.requireNonNullElse(sent.getFirst("key"), "");
    var alone = "true".equals(sent.getFirst("alone"));
    return new JudgementForm(ids, verdict.get(), reason, key, alone, Reason.problem(reason));
  }

  /** As it is shown first: nothing is wrong before anything was sent. */
  JudgementForm fresh(String newKey) {
    return new JudgementForm(ids, verdict, reason, newKey, alone, null);
  }

  public int shortest() {
    return Reason.SHORTEST;
  }

  public int longest() {
    return Reason.LONGEST;
  }
}
