package cn.jianfu.report.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jianfu.report.AnsweringGroupService;
import cn.jianfu.report.group.RegisterImports.Caller;
import cn.jianfu.report.group.RegisterImports.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

class RegisterImportsTest {

  private static final Caller CALLER = new Caller("token", Locale.ENGLISH);
  private static final byte[] FILE = "群名称".getBytes(UTF_8);

  private final AnsweringGroupService service =
      new AnsweringGroupService(
          """
          {"id":"i1","state":"CHECKED","at":"2026-11-29T02:00:00Z",
           "report":{"dryRun":true,"atomic":false,"applied":false,"rows":2,"accepted":1,"unchanged":0,
             "declined":0,"asked":1,"messages":[{"row":7,"outcome":"ASKED","code":"register.renamed",
               "message":"?","answers":[{"value":"NEW","label":""}]}]},
           "listed":{"created":1,"changed":0,"unchanged":0,"decided":0,"skipped":0,
             "rows":[{"row":6,"groupId":"g","name":"n","effect":"CREATED"}]},
           "questions":[{"column":"K","heading":"片区","code":"register.column-unknown","choices":["事项"]}],
           "notes":[],"corrections":"/api/v1/imports/i1/errors.xlsx"}
          """);
  private final RegisterImports imports =
      new RegisterImports(
          WebClient.create(),
          new GroupServiceProperties(
              service.url(), Duration.ofSeconds(5), 1, 10, Duration.ofSeconds(1)));

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aFileIsPassedOnInTheUsersNameWithItsAnswers() {
    Wish wish =
        new Wish(true, false, List.of("K=MATTER"), List.of("7=350213101901/WECHAT/g%2F1&x=y"));

    assertThat(imports.send(FILE, wish, "key", CALLER).block())
        .isInstanceOfSatisfying(
            ImportTold.Known.class,
            told -> {
              assertThat(told.it().report().messages().getFirst().answers())
                  .containsExactly(new RegisterImport.Answer("NEW", ""));
              assertThat(told.it().listed().created()).isEqualTo(1);
              assertThat(told.it().questions().getFirst().column()).isEqualTo("K");
              assertThat(told.it().undo()).isNull();
            });
    assertThat(service.heard())
        .containsExactly(
            "POST /api/v1/imports?dryRun=true&atomic=false&column=K%3DMATTER"
                + "&group=7%3D350213101901%2FWECHAT%2Fg%252F1%26x%3Dy Bearer token 群名称");
  }

  @Test
  void anImportIsReadAndTakenBackByItsId() {
    imports.read("i1", CALLER).block();
    imports.undo("i1", true, false, CALLER).block();

    assertThat(service.heard())
        .containsExactly(
            "GET /api/v1/imports/i1 Bearer token ",
            "POST /api/v1/imports/i1/undo?dryRun=true&atomic=false Bearer token ");
  }

  @Test
  void aRefusalIsToldInItsWordsAndAnOutageAsOne() {
    service.says(422, "{\"type\":\"urn:x\",\"title\":\"no\",\"detail\":\"not a sheet\"}");
    assertThat(imports.read("i1", CALLER).block())
        .isInstanceOfSatisfying(
            ImportTold.Declined.class,
            it -> {
              assertThat(it.status()).isEqualTo(422);
              assertThat(it.because().sentence()).isEqualTo("not a sheet");
            });
    service.says(403, "{}");
    assertThat(imports.read("i1", CALLER).block())
        .isEqualTo(new ImportTold.Nothing(Degraded.REFUSED));
    service.says(500, "{}");
    assertThat(imports.read("i1", CALLER).block()).isEqualTo(new ImportTold.Nothing(Degraded.AWAY));
  }

  @Test
  void aFileThatIsNotThereFailsAsItIsAnswered() {
    service.says(410, "{}");

    assertThat(
            catchThrowableOfType(
                    WebClientResponseException.class,
                    () -> imports.corrections("i1", CALLER).block())
                .getStatusCode()
                .value())
        .isEqualTo(410);
  }
}
