package cn.jianfu.identity.user;

import cn.jianfu.identity.IdentitySettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which passwords and secrets are good enough, and new ones. */
@Component
public class Passwords {

  // Without letters and digits that people take for one another.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  // bcrypt looks at no more.
  private static final int MOST_BYTES = 72;

  private final SecureRandom random;
  private final int least;

  Passwords(SecureRandom random, IdentitySettings settings) {
    this.random = random;
    this.least = settings.passwordLength();
  }

  /** A word of the problem bundle when the password is not good enough for this person. */
  public Optional<String> weakness(String userId, String password) {
    if (password.codePointCount(0, password.length()) < least) {
      return Optional.of("password-short");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("password-long");
    }
    if (password.toLowerCase(Locale.ROOT).contains(userId)) {
      return Optional.of("password-contains-login");
    }
    if (password.codePoints().distinct().count() < 5) {
      return Optional.of("password-simple");
    }
    return Optional.empty();
  }

  /** About 93 bits, to be typed once. */
  public String forPeople() {
    return random(16);
  }

  /** About 232 bits. */
  public String forPrograms() {
    return random(40);
  }

  private String random(int length) {
    StringBuilder word = new StringBuilder(length);
    for (int at = 0; at < length; at++) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }
}
