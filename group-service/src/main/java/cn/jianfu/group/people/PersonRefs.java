package cn.jianfu.group.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Replaces a directory id by its hash under the district's key. */
public final class PersonRefs {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String HMAC = "HmacSHA256";
  // 128 bits: no two of a few million people collide, and a snapshot of thousands stays small.
  private static final int BYTES = 16;

  private final Mac keyed;
  private final String version;

  /**
   * @param key the district's secret
   * @param version which key it is
   */
  public PersonRefs(byte[] key, String version) {
    try {
      this.keyed = Mac.getInstance(HMAC);
      keyed.init(new SecretKeySpec(key, HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
    this.version = version;
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
