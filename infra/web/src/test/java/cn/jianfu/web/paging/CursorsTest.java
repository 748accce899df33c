package cn.jianfu.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jianfu.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CursorsTest {

  private final Cursors cursors =
      new Cursors("secret".getBytes(StandardCharsets.UTF_8)).of("/api/v1/parcels");

  @Property(tries = 300)
  void aPositionComesBackAsItWas(@ForAll("positions") List<String> position) {
    assertThat(cursors.read("-name", cursors.write("-name", position))).isEqualTo(position);
  }

  @Property(tries = 300)
  void aCursorIsOnlyGoodForItsListAndOrder(@ForAll("positions") List<String> position) {
    var cursor = cursors.write("name", position);

    refused(cursors, "-name", cursor);
    refused(cursors.of("/api/v1/others"), "name", cursor);
    refused(new Cursors(new byte[] {1}).of("/api/v1/parcels"), "name", cursor);
  }

  @Property(tries = 300)
  void aChangedCursorIsRefused(
      @ForAll("positions") List<String> position, @ForAll int at, @ForAll char other) {
    var cursor = cursors.write("", position);
    int index = Math.floorMod(at, cursor.length() - 1);
    Assume.that(cursor.charAt(index) != other);

    refused(cursors, "", cursor.substring(0, index) + other + cursor.substring(index + 1));
  }

  @Property(tries = 500)
  void garbageIsRefused(@ForAll String garbage) {
    refused(cursors, "", garbage);
  }

  @Provide
  Arbitrary<List<String>> positions() {
    var text = Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(40);
    return text.list().ofMaxSize(4);
  }

  private static void refused(Cursors cursors, String order, String cursor) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> cursors.read(order, cursor))
        .satisfies(e -> assertThat(e.problem().type().status()).isEqualTo(400));
  }
}
