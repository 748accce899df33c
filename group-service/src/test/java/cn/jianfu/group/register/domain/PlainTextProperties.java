package cn.jianfu.group.register.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is known quickly of a text is what is found by going through all of it. */
class PlainTextProperties {

  @Property(tries = 500)
  void blankIsWhatTidyingLeavesNothingOf(@ForAll("texts") String text) {
    assertThat(PlainText.isBlank(text)).isEqualTo(PlainText.tidy(text).isEmpty());
  }

  @Property(tries = 500)
  void tidyTextsStayAsTheyAre(@ForAll("texts") String text) {
    String tidy = PlainText.tidy(text);
    assertThat(PlainText.tidy(tidy)).isEqualTo(tidy);
    assertThat(tidy).doesNotContain("\u200B", "\u00A0", "  ", "Ａ", "１");
  }

  @Property(tries = 200)
  void nothingIsSaidHoweverItIsTyped(
      @ForAll("nothings") String nothing, @ForAll("blanks") String before) {
    assertThat(PlainText.saysNothing(before + nothing.toUpperCase(Locale.ROOT) + before)).isTrue();
    assertThat(PlainText.saysNothing(before + nothing + "群" + before)).isFalse();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "余",
            "Ａ",
            "１",
            "a",
            "，",
            " ",
            "\u3000",
            "\u00A0",
            "\u200B",
            "\n",
            "\t",
            "\u2028",
            "\u0007",
            "\u001C",
            "\uD842\uDFB7")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> nothings() {
    return Arbitraries.of(List.of("", "/", "--", "无", "n/a", "没有"));
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.of(" ", "\u3000", "\u00A0", "\t")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
