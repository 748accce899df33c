package cn.jianfu.group.retention;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The daily look of an instance, whenever a test wants it. */
public final class RetentionNow {

  private RetentionNow() {}

  /** How much has changed, by kind; an error when it was cut short. */
  public static Map<String, Integer> look(ConfigurableApplicationContext instance) {
    return counts(instance.getBean(Retention.class).run().blockOptional().orElseThrow());
  }

  /** As two instances would do it that both believe to have the lease. */
  public static Map<String, Integer> lookTwiceAtOnce(ConfigurableApplicationContext instance) {
    Retention retention = instance.getBean(Retention.class);
    Supplier<Mono<List<Changed>>> one = () -> Mono.defer(retention::look);
    return counts(
        Mono.zip(one.get(), one.get())
            .flatMapMany(both ->
                Flux.concat(Flux.fromIterable(both.getT1()), Flux.fromIterable(both.getT2())))
            .collectList()
            .blockOptional()
            .orElseThrow());
  }

  private static Map<String, Integer> counts(List<Changed> all) {
    Map<Changed.Kind, Integer> counts = new EnumMap<>(Changed.Kind.class);
    all.forEach(it -> counts.merge(it.of(), it.count(), Integer::sum));
    Map<String, Integer> byWord = new TreeMap<>();
    counts.forEach((kind, count) -> byWord.put(kind.word(), count));
    return byWord;
  }
}
