package cn.jianfu.messaging.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;

/**
 * Who may do what with which topic: one rule a line, {@code <login> owns|reads <topic>} or {@code
 * <login> hears|redrives <topic> as <group>}, with {@code #} before a remark.
 */
public final class TopicRules {

  private final List<TopicRule> rules;

  private TopicRules(List<TopicRule> rules) {
    this.rules = rules;
  }

  /**
   * Reads them from the class path.
   *
   * @throws IllegalArgumentException when a line is no rule, or when there is none: nobody could do
   *     anything any more
   */
  public static TopicRules of(String resource) {
    try (InputStream stream = TopicRules.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no " + resource);
      }
      return of(new BufferedReader(new InputStreamReader(stream, UTF_8)).lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static TopicRules of(List<String> lines) {
    List<TopicRule> rules =
        lines.stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .map(TopicRules::rule)
            .toList();
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("no rule");
    }
    return new TopicRules(rules);
  }

  private static TopicRule rule(String line) {
    List<String> words = List.of(line.split("\\s+"));
    String login = words.getFirst();
    String last = words.getLast();
    boolean named = words.size() == 5 && words.get(3).equals("as");
    String verb = words.size() == 3 || named ? words.get(1) : "";
    return switch (named ? verb + " as" : verb) {
      case "owns" -> new TopicRule.Owns(login, last);
      case "reads" -> new TopicRule.Reads(login, last);
      case "hears as" -> new TopicRule.Hears(login, words.get(2), last);
      case "redrives as" -> new TopicRule.Redrives(login, words.get(2), last);
      default -> throw new IllegalArgumentException("no rule: " + line);
    };
  }

  /** The logins that rules are made for; those of others are nobody's business here. */
  public Set<String> logins() {
    return rules.stream().map(TopicRule::login).collect(Collectors.toUnmodifiableSet());
  }

  /** All rules in the broker's words. */
  public Set<AclBinding> bindings() {
    return rules.stream().flatMap(TopicRule::bindings).collect(Collectors.toUnmodifiableSet());
  }

  static String principal(String login) {
    return "User:" + login;
  }
}
