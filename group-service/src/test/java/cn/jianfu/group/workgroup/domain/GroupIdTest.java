package cn.jianfu.group.workgroup.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GroupIdTest {

  private static final String XINDIAN = "350213101000";

  @Property
  void whatIsWrittenIsReadBack(@ForAll @StringLength(max = 130) String externalId) {
    Assume.that(GroupId.isExternalId(externalId));
    GroupId id = new GroupId(XINDIAN, Platform.WECOM, externalId);

    assertThat(GroupId.parse(id.text())).isEqualTo(id);
    assertThat(id.text().chars().filter(c -> c == '/').count()).isEqualTo(2);
  }

  @Property
  void noTextIsReadInTwoWays(@ForAll String text) {
    try {
      assertThat(GroupId.parse(text).text()).isEqualTo(text);
    } catch (IllegalArgumentException declined) {
      assertThat(declined).isNotNull();
    }
  }

  @Test
  void aSlashInAnIdOfThePlatformIsNoSeparator() {
    GroupId id = new GroupId(XINDIAN, Platform.WECHAT, "群/1 号");

    assertThat(id.text()).isEqualTo("350213101000/WECHAT/%E7%BE%A4%2F1%20%E5%8F%B7");
  }

  @Test
  void aUnitIsTwelveDigits() {
    assertThatThrownBy(() -> new GroupId("新店镇", Platform.QQ, "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void blanksControlCharactersAndEndlessTextsAreNoIds() {
    assertThat(GroupId.isExternalId(" ")).isFalse();
    assertThat(GroupId.isExternalId("a\u0000b")).isFalse();
    assertThat(GroupId.isExternalId("\ud800")).isFalse();
    assertThat(GroupId.isExternalId("x".repeat(129))).isFalse();
  }
}
