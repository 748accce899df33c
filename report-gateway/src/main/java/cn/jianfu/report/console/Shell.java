package cn.jianfu.report.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param user null on the pages that anybody may see
 * @param csrf the token that unsafe requests must send; null when there is no user
 * @param path address of this page with its query
 */
record Shell(
    Assets assets,
    @Nullable ConsoleUser user,
    @Nullable Words district,
    @Nullable String csrf,
    Locale locale,
    String path,
    Format fmt,
    Instant now) {

  public String asset(String name) {
    return assets.address(name);
  }

  public boolean english() {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
  }

  /** Address that switches to the other language and comes back here. */
  public String otherLanguage() {
    return "/language?to="
        + (english() ? "zh" : "en")
        + "&back="
        + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** Headers that htmx adds to its requests. */
  public @Nullable String headers() {
    return csrf == null ? null : "{\"" + CsrfInSession.HEADER + "\":\"" + csrf + "\"}";
  }

  public boolean wholeDistrict() {
    return user != null && user.scope().wholeDistrict();
  }

  public boolean answersSelfChecks() {
    return user != null && user.answersSelfChecks();
  }

  /** Whether there is a page of a town for this user. */
  public boolean seesTown() {
    return user != null && !user.ownUnitOnly();
  }

  /** The address of a town's page; null where it is not for this user. */
  public @Nullable String townPage(String code) {
    return seesTown() ? "/towns/" + code : null;
  }

  /** The address of a group's page; null where it is not for this user. */
  public @Nullable String groupPage(String id) {
    boolean own = user != null && id.startsWith(user.unit() + "/");
    return seesTown() || own ? InboxLinks.group(id) : null;
  }

  /** The one town that this user may see. */
  public @Nullable String ownTown() {
    return user == null ? null : user.scope().town();
  }
}
