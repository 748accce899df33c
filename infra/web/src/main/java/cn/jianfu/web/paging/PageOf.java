package cn.jianfu.web.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the following page; null when this is the last one
 */
public record PageOf<T>(List<T> items, @Nullable String next) {

  public <R> PageOf<R> map(Function<? super T, ? extends R> change) {
    return new PageOf<>(items.stream().<R>map(change).toList(), next);
  }
}
