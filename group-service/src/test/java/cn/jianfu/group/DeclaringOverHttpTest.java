package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaringOverHttpTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();

  @Test
  void aDeclaredGroupIsStoredAndPublished() {
    service
        .as("town-system", XINDIAN)
        .put()
        .uri("/api/v1/groups/350213101000/WECOM/wr-http-1")
        .bodyValue(Map.of("name", "防汛工作群", "kind", "PERMANENT", "ownerId", "zhang.san"))
        .exchange()
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("ETag", "\"1\"")
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("DECLARED")
        .jsonPath("$.confidence")
        .isEqualTo("API");

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      var published = events.about("350213101000/WECOM/wr-http-1", 1).getFirst();
      assertThat(published.value()).contains("防汛工作群").doesNotContain("zhang.san");
    }
  }

  @Test
  void anotherTownHearsNothingButNo() {
    service
        .as("town-system", MAXIANG)
        .put()
        .uri("/api/v1/groups/350213101000/WECOM/wr-http-2")
        .bodyValue(Map.of("name", "防汛工作群"))
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:problem:web.forbidden");
  }

  @Test
  void aUnitThatIsNotKnownYetIsAskedForAgainLater() {
    service
        .as("town-system", XINDIAN)
        .put()
        .uri("/api/v1/groups/350213199000/WECOM/wr-http-3")
        .bodyValue(Map.of("name", "群"))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:problem:group.unknown-unit");
  }

  @Test
  void aMalformedFieldIsNamedByItsPointer() {
    service
        .as("town-system", XINDIAN)
        .put()
        .uri("/api/v1/groups/350213101000/WECOM/wr-http-4")
        .bodyValue(Map.of("name", "群", "ownerUnit", "新店"))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/ownerUnit");
  }
}
