package cn.jianfu.identity.user;

import cn.jianfu.identity.IdentitySettings;
import cn.jianfu.identity.SeedUser;
import cn.jianfu.identity.Vocabulary;
import cn.jianfu.identity.problem.Declined;
import cn.jianfu.identity.problem.Declined.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What administrators, and people themselves, do with accounts. */
@Component
public class UserAdministration {

  private final Users users;
  private final Logins logins;
  private final Passwords passwords;
  private final PasswordEncoder encoder;
  private final Vocabulary vocabulary;
  private final String adminRole;
  private final Clock clock;

  UserAdministration(
      Users users,
      Logins logins,
      Passwords passwords,
      PasswordEncoder encoder,
      Vocabulary vocabulary,
      IdentitySettings settings,
      Clock clock) {
    this.users = users;
    this.logins = logins;
    this.passwords = passwords;
    this.encoder = encoder;
    this.vocabulary = vocabulary;
    this.adminRole = settings.adminRole();
    this.clock = clock;
  }

  /** A user, and the first or new password the one time that it can be read. */
  record WithPassword(User user, @Nullable String password) {}

  User get(String id) {
    return users.find(id).orElseThrow(() -> Declined.unknown("user"));
  }

  WithPassword put(String id, User.Profile profile) {
    requireValid(id, profile);
    String password = passwords.forPeople();
    if (users.add(fresh(id, profile, password, true))) {
      return new WithPassword(get(id), password);
    }
    if (!profile.roles().contains(adminRole)) {
      requireAnotherAdmin(id);
    }
    users.change(id, profile);
    return new WithPassword(get(id), null);
  }

  User enable(String id, boolean enabled) {
    User user = get(id);
    if (!enabled) {
      requireAnotherAdmin(user.id());
    }
    users.enable(id, enabled);
    if (!enabled) {
      logins.endAllOf(id);
    }
    return get(id);
  }

  WithPassword resetPassword(String id) {
    User user = get(id);
    String password = passwords.forPeople();
    users.password(user.id(), hash(password), true, clock.instant());
    logins.endAllOf(id);
    return new WithPassword(get(id), password);
  }

  /** By the person, after the old one was verified. */
  public void changePassword(User user, String password) {
    users.password(user.id(), hash(password), false, clock.instant());
  }

  /** Creates the user when absent; an existing one is left as it is. */
  public void seed(SeedUser seed) {
    User.Profile profile = new User.Profile(seed.name(), seed.roles(), seed.unit());
    requireValid(seed.id(), profile);
    if (users.find(seed.id()).isEmpty()) {
      users.add(fresh(seed.id(), profile, seed.password(), seed.passwordChangeDue()));
    }
  }

  private User fresh(String id, User.Profile profile, String password, boolean changeDue) {
    Instant now = clock.instant();
    return new User(id, profile, true, hash(password), changeDue, now, now);
  }

  private String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  private void requireValid(String id, User.Profile profile) {
    List<FieldError> wrong = new ArrayList<>(vocabulary.wrongId(id));
    wrong.addAll(vocabulary.wrongRoles(profile.roles()));
    wrong.addAll(vocabulary.wrongUnit(profile.unit()));
    if (!wrong.isEmpty()) {
      throw Declined.invalid(wrong);
    }
  }

  /** Or nobody could let anybody in again. */
  private void requireAnotherAdmin(String id) {
    boolean isAdmin =
        users.find(id).filter(User::enabled).stream()
            .anyMatch(user -> user.profile().roles().contains(adminRole));
    if (isAdmin && !users.anotherEnabledHas(adminRole, id)) {
      throw Declined.conflict("last-administrator");
    }
  }
}
