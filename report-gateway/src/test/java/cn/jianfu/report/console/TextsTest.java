package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.reference.domain.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.JsonNode;

class TextsTest {

  private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(new TreeSet<>(texts("zh").stringPropertyNames()))
        .isEqualTo(new TreeSet<>(texts("en").stringPropertyNames()));
  }

  @Test
  void everyTextThatATemplateNamesIsThere() throws IOException {
    var texts = texts("zh").stringPropertyNames();
    var templates =
        new PathMatchingResourcePatternResolver().getResources("classpath:report/templates/*.html");
    assertThat(templates).hasSizeGreaterThan(10);
    for (var template : templates) {
      var keys = KEY.matcher(template.getContentAsString(StandardCharsets.UTF_8));
      while (keys.find()) {
        assertThat(texts).as(template.getFilename()).contains(keys.group(1));
      }
    }
  }

  @Test
  void everyTextIsAPatternWithoutStrayApostrophes() throws IOException {
    for (var language : new String[] {"zh", "en"}) {
      var texts = texts(language);
      for (var key : texts.stringPropertyNames()) {
        var text = texts.getProperty(key);
        assertThat(text).as(key).doesNotContainPattern("(^|[^'])'([^']|$)").isNotBlank();
        assertThat(new MessageFormat(text)).as(key).isNotNull();
      }
    }
  }

  /** What a template says itself is said in both languages. */
  @Test
  void noTemplatePutsChineseSignsBetweenWords() throws IOException {
    var sign = "[，。；：（）、・！？]";
    var between =
        Pattern.compile(
            "</[a-z:]+>\\s*" + sign + "|/>\\s*" + sign + "|th:text=\"[^\"]*" + sign + "[^\"]*\"");
    for (var template :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:report/templates/*.html")) {
      assertThat(template.getContentAsString(StandardCharsets.UTF_8))
          .as(template.getFilename())
          .doesNotContainPattern(between);
    }
    var english = texts("en");
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key -> assertThat(english.getProperty(key)).as(key).doesNotContainPattern(sign));
  }

  @Test
  void everyThresholdOfTheSeedIsPutIntoWords() throws IOException {
    var texts = texts("zh").stringPropertyNames();
    var seed =
        EventJson.read(
            new ClassPathResource("seed/rule-set.json").getContentAsByteArray(), JsonNode.class);

    assertThat(seed.path("thresholds").propertyNames())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(texts).contains("threshold." + key));
  }

  /** Those that a form of the console can meet. */
  @Test
  void everyRefusalOfAFormIsPutIntoWords() throws IOException {
    for (String language : List.of("zh", "en")) {
      assertThat(texts(language).stringPropertyNames())
          .contains(
              Stream.of(
                      Refusal.ENDS_BEFORE_IT_BEGINS,
                      Refusal.LASTS_TOO_LONG,
                      Refusal.UNIT_UNKNOWN,
                      Refusal.RULE_UNKNOWN,
                      Refusal.DAY_OF_ANOTHER_YEAR,
                      Refusal.DAY_TWICE,
                      Refusal.REVOKED)
                  .map(why -> "refusal." + why)
                  .toArray(String[]::new));
    }
  }

  @Test
  void everyEventOfAGroupIsPutIntoWords() throws IOException {
    var texts = texts("zh").stringPropertyNames();

    assertThat(EventCatalogue.ALL)
        .filteredOn(type -> WorkGroupEvent.class.isAssignableFrom(type.payload()))
        .extracting(EventType::name)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(texts).contains("history." + HistoryMapping.kind(name)));
  }

  /** The names that the detectors of group-service publish. */
  @Test
  void everyEvidenceIsPutIntoWords() throws IOException {
    assertThat(texts("zh").stringPropertyNames())
        .contains(
            Stream.of(
                    "firstMembers secondMembers sharedMembers jaccard containment limit kind",
                    "idleSince lastUsedOn idleDaysLimit minActiveMembers activeDays minActiveDays",
                    "silentBy lastToldOn",
                    "endedOn endedBy graceDays dissolveBy",
                    "matterCode by count nameSimilarityLimit groups level warn high",
                    "platform externalId townCodes foreignGroups foreignTowns",
                    "createdOn approvedOn leavers leftOn",
                    "since filedName renamedOn missing allowance decidedOn dueOn executedOn usedOn",
                    "begunOn begunBy order where dissolvedOn dissolvedUnit dissolvedMembers windowDays",
                    "dissolvedElsewhereOn mergedElsewhereOn elsewhere",
                    "mergedGroups taken dissolvedGroups mergedOn messagesPerWorkday workdays from to",
                    "membersBefore membersAfter",
                    "times days lastOn shortestMinutes minMinutes",
                    "messages acksAndLikes share")
                .flatMap(names -> Stream.of(names.split(" ")))
                .map(name -> "evidence." + name)
                .toArray(String[]::new));
  }

  private static Properties texts(String language) throws IOException {
    var file = new ClassPathResource("report/console_" + language + ".properties");
    return PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8));
  }
}
