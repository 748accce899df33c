package cn.jianfu.acceptance;

import cn.jianfu.allinone.sample.PlatformClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lists that are answered a page at a time. */
public final class Pages {

  private Pages() {}

  /**
   * All items of a list.
   *
   * @param list with its query; its first page is asked for as it is
   */
  public static List<JsonNode> all(PlatformClient client, URI list) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = client.get(URI.create(list + cursor));
      page.path("items").forEach(items::add);
      String next = page.path("next").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return items;
  }
}
