package cn.jianfu.identity;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A client as configuration gives it: with redirect addresses a web console, else a system. */
public record SeedClient(
    String id,
    String secret,
    String name,
    List<String> roles,
    @Nullable String unit,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris) {

  @ConstructorBinding
  public SeedClient(
      String id,
      String secret,
      String name,
      @DefaultValue List<String> roles,
      @Nullable String unit,
      @DefaultValue List<String> redirectUris,
      @DefaultValue List<String> postLogoutRedirectUris) {
    this.id = id;
    this.secret = secret;
    this.name = name;
    this.roles = List.copyOf(roles);
    this.unit = unit;
    this.redirectUris = List.copyOf(redirectUris);
    this.postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
  }

  public static SeedClient system(
      String id, String secret, String name, String unit, String... roles) {
    return new SeedClient(id, secret, name, List.of(roles), unit, List.of(), List.of());
  }

  public static SeedClient web(
      String id, String secret, String name, String redirectUri, String postLogoutRedirectUri) {
    return new SeedClient(
        id, secret, name, List.of(), null, List.of(redirectUri), List.of(postLogoutRedirectUri));
  }

  /** What is said of this address holds at the others as well. */
  SeedClient alsoAt(String address, List<String> others) {
    return new SeedClient(
        id,
        secret,
        name,
        roles,
        unit,
        alsoAt(address, others, redirectUris),
        alsoAt(address, others, postLogoutRedirectUris));
  }

  private static List<String> alsoAt(String address, List<String> others, List<String> uris) {
    return Stream.concat(
            uris.stream(),
            others.stream()
                .flatMap(other ->
                    uris.stream()
                        .filter(uri -> uri.startsWith(address + "/"))
                        .map(uri -> other + uri.substring(address.length()))))
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return "SeedClient[" + id + "]";
  }
}
