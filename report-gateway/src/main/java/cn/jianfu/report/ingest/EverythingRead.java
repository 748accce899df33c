package cn.jianfu.report.ingest;

import cn.jianfu.report.closing.CaughtUp;
import cn.jianfu.report.ingest.IngestStatus.TopicStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Marks how long the topics are when it is asked for something first, and says when they were read
 * that far. While the broker is away nothing is known.
 */
final class EverythingRead implements CaughtUp {

  private final Supplier<Mono<List<TopicStatus>>> topics;
  private volatile @Nullable Mark mark;

  EverythingRead(Supplier<Mono<List<TopicStatus>>> topics) {
    this.topics = topics;
  }

  /** How many events each topic had then. */
  private record Mark(String of, Map<String, Long> events) {

    boolean isReached(TopicStatus topic) {
      return topic.events() - Objects.requireNonNull(topic.lag())
          >= events.getOrDefault(topic.topic(), 0L);
    }
  }

  @Override
  public Mono<Boolean> with(String what) {
    return Mono.defer(topics)
        .map(now -> now.stream().noneMatch(it -> it.lag() == null) && isReached(what, now));
  }

  private boolean isReached(String what, List<TopicStatus> now) {
    Mark known = mark;
    if (known == null || !known.of().equals(what)) {
      known =
          new Mark(
              what,
              now.stream().collect(Collectors.toMap(TopicStatus::topic, TopicStatus::events)));
      mark = known;
    }
    return now.stream().allMatch(known::isReached);
  }
}
