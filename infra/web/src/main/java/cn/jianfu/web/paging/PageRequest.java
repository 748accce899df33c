package cn.jianfu.web.paging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to see of a list, from its query. Handler methods take it as an argument.
 *
 * @param limit items on a page
 * @param after position of the last item of the page before, as {@link #page} was told; empty on
 *     the first page
 * @param sort field to sort by, with a minus in front for descending; null for the list's own order
 * @param fields to answer; empty for all
 */
public record PageRequest(
    int limit, List<String> after, @Nullable String sort, Set<String> fields, Cursors cursors) {

  public static final int MOST = 200;
  public static final int USUAL = 50;

  /**
   * The order of the list, by name.
   *
   * @param allowed names that can be sorted by, without minus
   * @throws cn.jianfu.web.problem.ProblemException when the client asks for another one
   */
  public Order order(String usual, Set<String> allowed) {
    var wanted = sort == null ? usual : sort;
    var order = new Order(wanted.replaceFirst("^-", ""), wanted.startsWith("-"));
    if (!allowed.contains(order.field())) {
      throw PagingProblems.notOneOf("sort", allowed);
    }
    return order;
  }

  /** The position on the page before when it has this many parts, as a cursor of this list has. */
  public Optional<List<String>> after(int parts) {
    if (after.isEmpty()) {
      return Optional.empty();
    }
    if (after.size() != parts) {
      throw PagingProblems.badCursor();
    }
    return Optional.of(after);
  }

  /**
   * Makes a page.
   *
   * @param found up to one item more than {@link #limit}: whether it is there says if there is a
   *     next page
   * @param position what to continue after: the values that the list is ordered by, the last one
   *     unique
   */
  public <T> PageOf<T> page(List<T> found, Function<T, List<String>> position) {
    if (found.size() <= limit) {
      return new PageOf<>(List.copyOf(found), null);
    }
    var items = List.copyOf(found.subList(0, limit));
    return new PageOf<>(items, cursors.write(scope(), position.apply(items.getLast())));
  }

  /**
   * The page of a list that is at hand whole, in the order of one unique text.
   *
   * @param by name of what it is ordered by, for {@code sort}
   */
  public <T> PageOf<T> pageOf(Stream<T> all, String by, Function<T, String> key) {
    var order = order(by, Set.of(by));
    var natural = Comparator.<String>naturalOrder();
    var direction = order.descending() ? natural.reversed() : natural;
    var found =
        all.filter(it ->
                after(1)
                    .map(last -> direction.compare(key.apply(it), last.getFirst()) > 0)
                    .orElse(true))
            .sorted(Comparator.comparing(key, direction))
            .limit(limit + 1L)
            .toList();
    return page(found, last -> List.of(key.apply(last)));
  }

  /** A cursor is good only for the order that it was made in. */
  private String scope() {
    return sort == null ? "" : sort;
  }

  /**
   * An order.
   *
   * @param field that the list is sorted by
   */
  public record Order(String field, boolean descending) {}
}
