package cn.jianfu.group.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The district's key for people.
 *
 * @param key at least 32 characters; the same in every service of the district
 * @param keyVersion is kept with every hash, so that a key can be followed by another
 */
@ConfigurationProperties("jianfu.people")
record PeopleProperties(@DefaultValue("") String key, @DefaultValue("k1") String keyVersion) {

  private static final int SHORTEST = 32;

  PeopleProperties {
    if (key.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "jianfu.people.key is to be set, with at least " + SHORTEST + " characters");
    }
    if (!keyVersion.matches("[a-z0-9]{1,8}")) {
      throw new IllegalArgumentException(
          "jianfu.people.key-version is to be a short word of letters and digits");
    }
  }

  @Override
  public String toString() {
    return "PeopleProperties[keyVersion=" + keyVersion + "]";
  }
}
