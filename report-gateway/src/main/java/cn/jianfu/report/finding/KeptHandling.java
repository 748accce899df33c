package cn.jianfu.report.finding;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.finding.domain.Handling;
import java.nio.charset.StandardCharsets;

/**
 * A handling as it is kept. Public, because the driver's codec reads its components.
 *
 * @param town of the finding, to be found by
 * @param json of the judgements
 */
public record KeptHandling(String town, String json) {

  static KeptHandling of(TownHandling handling) {
    return new KeptHandling(handling.town(), EventJson.write(handling.handling()));
  }

  static TownHandling read(KeptHandling kept) {
    return new TownHandling(
        kept.town(), EventJson.read(kept.json().getBytes(StandardCharsets.UTF_8), Handling.class));
  }
}
