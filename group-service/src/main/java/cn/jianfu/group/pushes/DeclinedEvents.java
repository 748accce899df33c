package cn.jianfu.group.pushes;

import cn.jianfu.group.pushes.domain.DeclinedEvent;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.intake.SentEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which event was declined, in nothing but ids: these are published and cannot be taken back,
 * and a sender may have put anything into them.
 */
final class DeclinedEvents {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/#+=-]{0,127}");
  private static final Pattern TYPE =
      Pattern.compile("(?:(?:PUT|POST|DELETE) )?[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");
  private static final Pattern EXTERNAL_ID =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~:@=+-]{0,127}");

  /**
   * The number of a mobile telephone, with or without that of the country, or of an identity card,
   * old or new, standing by itself.
   */
  private static final Pattern OF_A_PERSON =
      Pattern.compile(
          "(?<![0-9])(?:(?:00)?86)?1[3-9][0-9]{9}(?![0-9])"
              + "|(?<![0-9])[1-9][0-9]{5}(?:19|20)?[0-9]{2}(?:0[1-9]|1[0-2])"
              + "(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]?(?![0-9])");

  /** What numbers are written with to be read more easily. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[-._/+](?=[0-9])");

  private final Reference reference;

  DeclinedEvents(Reference reference) {
    this.reference = reference;
  }

  /**
   * The event, as it may be told.
   *
   * @param unit whose event it is
   */
  DeclinedEvent of(String unit, SentEvent event, Instant at) {
    return new DeclinedEvent(
        like(ID, event.id()), like(TYPE, event.type()), groupOf(unit, event.subject()), at);
  }

  private static @Nullable String like(Pattern form, @Nullable String text) {
    return text != null && form.matcher(text).matches() && !isOfAPerson(text) ? text : null;
  }

  private static boolean isOfAPerson(String text) {
    return OF_A_PERSON.matcher(text).find()
        || OF_A_PERSON.matcher(BETWEEN_DIGITS.matcher(text).replaceAll("")).find();
  }

  private @Nullable String groupOf(String unit, @Nullable String subject) {
    return Optional.ofNullable(subject)
        .flatMap(DeclinedEvents::parsed)
        .filter(id -> reference.data().within(id.unit(), unit))
        .filter(id -> like(EXTERNAL_ID, id.externalId()) != null)
        .map(GroupId::text)
        .orElse(null);
  }

  private static Optional<GroupId> parsed(String subject) {
    try {
      return Optional.of(GroupId.parse(subject));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
