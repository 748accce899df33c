package cn.jianfu.web.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are at hand whole are paged as those of the store are. */
class ListsAtHandTest {

  private static final List<String> ALL = List.of("c", "a", "e", "b", "d");

  private final Cursors cursors = new Cursors("secret".getBytes(UTF_8)).of("letters");

  @ParameterizedTest
  @CsvSource({"1,,abcde", "2,letter,abcde", "2,-letter,edcba", "5,,abcde", "9,,abcde"})
  void everyItemComesOnceAndInOrder(int limit, @Nullable String sort, String expected) {
    List<String> seen = new ArrayList<>();
    @Nullable String next = null;
    do {
      List<String> after = next == null ? List.of() : cursors.read(sort == null ? "" : sort, next);
      PageOf<String> page =
          new PageRequest(limit, after, sort, Set.of(), cursors)
              .pageOf(ALL.stream(), "letter", it -> it);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(page.items());
      next = page.next();
    } while (next != null);

    assertThat(String.join("", seen)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"b,cde", "bb,cde", "z,''"})
  void aPageBeginsWhereTheLastEndedEvenWhenThatItemIsGone(String last, String expected) {
    PageOf<String> page =
        new PageRequest(9, List.of(last), null, Set.of(), cursors)
            .pageOf(Stream.of("e", "a", "c", "d"), "letter", it -> it);

    assertThat(String.join("", page.items())).isEqualTo(expected);
  }
}
