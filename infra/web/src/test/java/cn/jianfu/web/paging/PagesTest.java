package cn.jianfu.web.paging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SampleTest
class PagesTest {

  @Autowired WebTestClient http;

  @Test
  void pagesFollowEachOtherToTheEnd() {
    var seen = new ArrayList<Integer>();
    var cursor = "";
    int pages = 0;
    do {
      var page = get("?limit=50" + (cursor.isEmpty() ? "" : "&cursor=" + cursor), 200);
      page.at("/items").forEach(item -> seen.add(item.at("/n").intValue()));
      cursor = page.at("/next").stringValue("");
      pages++;
    } while (!cursor.isEmpty());

    assertThat(pages).isEqualTo(3);
    assertThat(seen).isEqualTo(IntStream.range(0, 120).boxed().toList());
  }

  @Test
  void onlyTheFieldsThatAreAskedForAreAnswered() {
    assertThat(get("?limit=1&fields=name", 200).at("/items/0").toString())
        .isEqualTo("{\"name\":\"parcel 0\"}");
    assertThat(get("?fields=name,secret", 400).at("/errors/0/message").stringValue())
        .contains("n, name");
  }

  @Test
  void badQueriesAreNamed() {
    for (var limit : List.of("0", "201", "-1", "x", "99999999999", "1.5")) {
      assertThat(get("?limit=" + limit, 400).at("/errors/0/parameter").stringValue())
          .isEqualTo("limit");
    }
    assertThat(get("?cursor=nonsense", 400).at("/errors/0/code").stringValue())
        .isEqualTo("not-a-cursor");
    assertThat(get("?sort=weight", 400).at("/errors/0/parameter").stringValue()).isEqualTo("sort");
    get("?sort=$where", 400);
    get("?fields=" + "a,".repeat(100), 400);
    get("?limit=&sort=&cursor=&fields=", 200);
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    var next = get("?limit=10&sort=name", 200).at("/next").stringValue();

    get("?limit=10&sort=name&cursor=" + next, 200);
    get("?limit=10&sort=-name&cursor=" + next, 400);
  }

  private JsonNode get(String query, int status) {
    var body =
        http.get()
            .uri("/api/v1/parcels" + query)
            .header("Authorization", TestTokens.shared().bearer("sender", "10"))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();
    return JsonMapper.shared().readTree(body);
  }
}
