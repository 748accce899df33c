package cn.jianfu.group.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The district's key for people.
 *
 * @param key at least 32 characters; the same in every service of the district
 * @param keyVersion is kept with every hash, so that a key can be followed by another
 * @param formerKey the one before, so that people are found to be erased by it, too; empty when
 *     nothing is kept under another
 * @param formerKeyVersion of that one
 */
@ConfigurationProperties("jianfu.people")
record PeopleProperties(
    @DefaultValue("") String key,
    @DefaultValue("k1") String keyVersion,
    @DefaultValue("") String formerKey,
    @DefaultValue("") String formerKeyVersion) {

  private static final int SHORTEST = 32;

  PeopleProperties {
    check("key", key, keyVersion);
    if (!formerKey.isEmpty()) {
      check("former-key", formerKey, formerKeyVersion);
      if (formerKeyVersion.equals(keyVersion)) {
        throw new IllegalArgumentException(
            "jianfu.people.key-version is to be another than that of the former key");
      }
    }
  }

  private static void check(String name, String key, String version) {
    if (key.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "jianfu.people." + name + " is to be set, with at least " + SHORTEST + " characters");
    }
    if (!version.matches("[a-z0-9]{1,8}")) {
      throw new IllegalArgumentException(
          "jianfu.people." + name + "-version is to be a short word of letters and digits");
    }
  }

  @Override
  public String toString() {
    return "PeopleProperties[keyVersion=%s, formerKeyVersion=%s]"
        .formatted(keyVersion, formerKeyVersion);
  }
}
