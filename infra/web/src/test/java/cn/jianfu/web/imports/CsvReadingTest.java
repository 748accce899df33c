package cn.jianfu.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jianfu.web.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

  private static final String TEXT = "群名称,群主,人数\n\"防汛, 应急群\",李四,12\n,,\n\n河长制群,\"张\"\"三\"\"\",5\n";

  private final SheetReader reader = new SheetReader(FileLimits.defaults());

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
  void theEncodingIsFound(String encoding) {
    expectText(TEXT.getBytes(Charset.forName(encoding)));
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstHeading() {
    expectText(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void theSeparatorIsFound(String separator) {
    var text = "群名称,群主,人数\n河长制群,张三,5\n".replace(",", separator);

    assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8), null).rows().get(1).cells())
        .containsExactly(
            new SheetCell.Text("河长制群"), new SheetCell.Text("张三"), new SheetCell.Text("5"));
  }

  @Test
  void whatIsNoTextIsDeclined() {
    for (var bytes : new byte[][] {{0, 1, 2, 3}, {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF}}) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> reader.read(bytes, null))
          .satisfies(e -> assertThat(e.problem().type().status()).isEqualTo(400));
    }
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader.read("a,\"never closed".getBytes(StandardCharsets.UTF_8), null));
  }

  @Property(tries = 500)
  void anyBytesAreReadOrDeclined(@ForAll byte[] bytes) {
    try {
      reader.read(bytes, null);
    } catch (ProblemException e) {
      assertThat(e.problem().type().status()).isBetween(400, 499);
    }
  }

  private void expectText(byte[] file) {
    var rows = reader.read(file, null).rows();
    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 5);
    assertThat(rows.getFirst().cell(0)).isEqualTo(new SheetCell.Text("群名称"));
    assertThat(rows.get(1).cell(0)).isEqualTo(new SheetCell.Text("防汛, 应急群"));
    assertThat(rows.get(2).cell(1)).isEqualTo(new SheetCell.Text("张\"三\""));
  }
}
