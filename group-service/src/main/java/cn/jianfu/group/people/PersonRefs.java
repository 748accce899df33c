package cn.jianfu.group.people;

import cn.jianfu.group.people.domain.KeyVersion;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Replaces a directory id by its hash under the district's key. */
public final class PersonRefs {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String HMAC = "HmacSHA256";
  // 128 bits: no two of a few million people collide, and a snapshot of thousands stays small.
  private static final int BYTES = 16;

  private final Mac keyed;
  private final String version;
  private final @Nullable PersonRefs former;

  /**
   * @param key the district's secret
   * @param version which key it is
   */
  public PersonRefs(byte[] key, String version) {
    this(keyed(key), version, null);
  }

  private PersonRefs(Mac keyed, String version, @Nullable PersonRefs former) {
    this.keyed = keyed;
    this.version = version;
    this.former = former;
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac keyed = Mac.getInstance(HMAC);
      keyed.init(new SecretKeySpec(key, HMAC));
      return keyed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /** The same, which also finds who was stored under the key before. */
  PersonRefs after(PersonRefs before) {
    return new PersonRefs(keyed, version, before);
  }

  /** Which key it is. */
  public String version() {
    return version;
  }

  /**
   * Whether a reference is under this key. References under two keys tell nothing about each other:
   * nobody is who he was, and nobody has left.
   */
  public boolean isCurrent(String ref) {
    return KeyVersion.of(ref).equals(version);
  }

  /** A person's references under every key that is known. */
  public List<String> everyOf(String directoryId) {
    return former == null
        ? List.of(of(directoryId))
        : List.of(of(directoryId), former.of(directoryId));
  }

  /** Whether one of these is the hash of the name, under any key that is known. */
  public boolean isAmong(Set<String> nameRefs, String name) {
    return nameRefs.contains(ofName(name)) || (former != null && former.isAmong(nameRefs, name));
  }

  /** {@code <key version>:<hash>}; spaces around and the spelling of characters do not matter. */
  public String of(String directoryId) {
    return hashed(Normalizer.normalize(directoryId.strip(), Normalizer.Form.NFKC));
  }

  /**
   * The hash of a name, which is nobody's reference: it only tells whether two lists write the same
   * name. Spaces within it do not matter.
   */
  public String ofName(String name) {
    String spelled = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return hashed("name/" + SPACES.matcher(spelled).replaceAll(""));
  }

  private String hashed(String spelled) {
    byte[] hash = copy().doFinal(spelled.getBytes(StandardCharsets.UTF_8));
    return version
        + ":"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
  }

  // A Mac is not safe for several threads; a copy is cheaper than deriving the key again.
  private Mac copy() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the Mac of the JDK can be copied", e);
    }
  }
}
