package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are no register: declined with a reason, and nothing is kept of them. */
class BadFilesTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final byte[] REGISTER = "群名称,主管单位\n甲群,党政办\n".getBytes(UTF_8);

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town = service.asking("town-office", XINDIAN);

  @Test
  void filesThatAreNoRegisterAreDeclined() throws IOException {
    byte[] good = service.template(XINDIAN);
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("empty", new byte[0]);
    bad.put("cut off", Arrays.copyOf(good, good.length / 2));
    bad.put("without its directory", Arrays.copyOf(good, good.length - 30));
    bad.put("a ZIP of something else", zip("a.txt", "hello".getBytes(UTF_8)));
    bad.put("entities", zip("xl/workbook.xml", ENTITIES.getBytes(UTF_8)));
    bad.put("a bomb", zip("xl/worksheets/sheet1.xml", new byte[60_000_000]));
    bad.put("a way out", zip("../../xl/workbook.xml", "<a/>".getBytes(UTF_8)));
    bad.put("a PDF", "%PDF-1.7\n%\u00e2\u00e3".getBytes(StandardCharsets.ISO_8859_1));
    bad.put("an old XLS", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
    bad.put("no encoding", new byte[] {(byte) 0xFF, (byte) 0x81, 0, 1, 2, (byte) 0x80, 0});
    bad.put("NULs", "群名称\n甲\0群\n".getBytes(UTF_8));
    bad.put("no headings", "甲,乙\n丙,丁\n".getBytes(UTF_8));
    bad.put("too many rows", ("群名称\n" + "甲群\n".repeat(20_001)).getBytes(UTF_8));
    bad.put("too many columns", ("群名称" + ",x".repeat(300) + "\n甲").getBytes(UTF_8));
    bad.put("a long cell", ("群名称\n" + "长".repeat(5_000)).getBytes(UTF_8));
    bad.put("too large", new byte[11_000_000]);
    StoredState before = StoredState.of(database);

    bad.forEach((what, file) -> {
      for (String type : List.of(XLSX, "text/csv", "application/octet-stream")) {
        var problem = town.with("Content-Type", type).refused("POST", "/api/v1/imports", file);
        assertThat(problem.at("/type").asString())
            .as(what)
            .matches(
                "urn:problem:(web\\.file-.*|web\\.too-large|web\\.invalid|group\\.not-a-register)");
      }
      town.with("Content-Type", "multipart/form-data; boundary=xx")
          .refused("POST", "/api/v1/imports", form(file));
    });

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @Test
  void answersThatAreNoneAreNamed() {
    StoredState before = StoredState.of(database);
    for (String query :
        List.of(
            "dryRun=maybe",
            "atomic=7",
            "unit=x",
            "column=A",
            "column=A=COLOUR",
            "column==",
            "cell=2",
            "cell=2.COLOUR=x",
            "cell=x.NAME=x",
            "cell=99999999999.NAME=x",
            "skipRow=two",
            "skipRow=99999999999",
            "blankUnits=PERHAPS")) {
      var problem =
          town.with("Content-Type", "text/csv")
              .refused("POST", "/api/v1/imports?" + query, REGISTER);
      String named =
          problem.at("/errors/0/parameter").asString("")
              + problem.at("/errors/0/pointer").asString("");
      assertThat(named).as(query + problem).contains(query.substring(0, query.indexOf('=')));
    }
    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @Test
  void formsThatAreNoneAreDeclined() {
    StoredState before = StoredState.of(database);
    Asking form = town.with("Content-Type", "multipart/form-data; boundary=xx");
    form.refused("POST", "/api/v1/imports", "garbage".getBytes(UTF_8));
    form.refused("POST", "/api/v1/imports", new byte[0]);
    form.refused("POST", "/api/v1/imports", "--xx\r\n\r\n\r\n--xx--\r\n".getBytes(UTF_8));
    town.with("Content-Type", "multipart/form-data")
        .refused("POST", "/api/v1/imports", form(REGISTER));
    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  private static byte[] form(byte[] file) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.xlsx\"\r\n\r\n"
            .getBytes(UTF_8));
    out.writeBytes(file);
    out.writeBytes("\r\n--xx--\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static final String ENTITIES =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
}
