package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each service logs in at the store as the user that is made for it. The store of these tests knows
 * no logins; what the shipped address says is held against what the script makes up.
 */
class StoreLoginsTest {

  private static final Path ROOT = Path.of("..", "..");

  @Test
  void everyServiceLogsInAsTheUserThatIsMadeForIt() throws IOException {
    ContainerSecrets secrets = ContainerSecrets.make("logins");
    Map<String, String> made =
        Files.readAllLines(secrets.folder().resolve("store-users")).stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toMap(user -> user[0], user -> user[1]));
    List<ComposeService> services =
        ComposeFile.read(ROOT.resolve("docker-compose.yml"), Map.of()).all().stream()
            .filter(service -> service.environment().containsKey("SPRING_MONGODB_URI"))
            .toList();

    assertThat(services).hasSize(6);
    for (ComposeService service : services) {
      URI address = URI.create(uri(service, secrets.folder()));
      String[] login = address.getUserInfo().split(":", 2);
      String user = login[0];

      assertThat(made).as(service.name()).containsKey(user);
      // store-users.js makes each in the database of its name, and lets it into that one alone; a
      // driver logs in at the database of the address where it names no other.
      assertThat(address.getPath()).as(service.name()).isEqualTo("/" + user);
      assertThat(address.getQuery()).as(service.name()).isNull();
      assertThat(login[1]).as(service.name()).isEqualTo(made.get(user));
    }
  }

  /** As Spring reads it: with the password of the file that is the service's own. */
  private static String uri(ComposeService service, Path secrets) throws IOException {
    Properties own = new Properties();
    String folder = String.valueOf(service.mounts().get("/run/secrets"));
    Path file = ContainerSecrets.mounted(folder, secrets).resolve("service.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      own.load(reader);
    }
    return String.valueOf(service.environment().get("SPRING_MONGODB_URI"))
        .replace("${jianfu.store.password}", own.getProperty("jianfu.store.password"));
  }
}
