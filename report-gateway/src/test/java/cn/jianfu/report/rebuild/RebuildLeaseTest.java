package cn.jianfu.report.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.TestUnits;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.testkit.LeaseHolder;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

class RebuildLeaseTest {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  private final ReadSides readSides = GATEWAY.context().getBean(ReadSides.class);
  private final Rebuild rebuild = GATEWAY.context().getBean(Rebuild.class);

  @BeforeAll
  static void theDistrictHasUnits() {
    TestUnits.putInto(GATEWAY);
  }

  @Test
  void ofTwoInstancesThatBeginARebuildAtOnceOneRunsIt() {
    long before = readSides.active().generation();
    try (ConfigurableApplicationContext other = GATEWAY.start(Map.of())) {
      Flux<RebuildState> both = Flux.merge(rebuild.run(), other.getBean(Rebuild.class).run());

      List<RebuildState> ended = Objects.requireNonNull(both.collectList().block(LONGEST));

      assertThat(ended).extracting(RebuildState::stage).containsExactly(RebuildState.Stage.DONE);
      readSides.refresh().block(LONGEST);
      assertThat(readSides.active().generation()).isEqualTo(before + 1);
    }
  }

  @Test
  void aRebuildIsLeftToTheInstanceThatIsAtItAndTakenOverWhenThatHasDied() {
    MongoDatabase database = GATEWAY.context().getBean(MongoDatabase.class);
    LeaseHolder other = new LeaseHolder(database, "rebuild", Duration.ofHours(6));
    other.begins();

    assertThat(rebuild.run().blockOptional(LONGEST)).isEmpty();

    other.diedLongAgo();
    assertThat(rebuild.run().blockOptional(LONGEST))
        .hasValueSatisfying(it -> assertThat(it.stage()).isEqualTo(RebuildState.Stage.DONE));
  }
}
