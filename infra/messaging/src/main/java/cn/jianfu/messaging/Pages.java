package cn.jianfu.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Long lists of ids in pages: no store likes thousands of them in one query. */
public final class Pages {

  private static final int PAGE = 500;
  private static final int AT_ONCE = 4;

  private Pages() {}

  /** The answers to the same question about each page. */
  public static <T> Flux<T> of(
      Collection<String> ids, Function<List<String>, Publisher<T>> question) {
    return Flux.fromIterable(of(ids)).flatMap(question, AT_ONCE);
  }

  public static List<List<String>> of(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    List<List<String>> pages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PAGE) {
      pages.add(all.subList(from, Math.min(all.size(), from + PAGE)));
    }
    return pages;
  }
}
