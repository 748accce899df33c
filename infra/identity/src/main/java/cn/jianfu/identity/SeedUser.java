package cn.jianfu.identity;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A user as configuration gives it; the password is hashed at once. */
public record SeedUser(
    String id,
    String password,
    String name,
    List<String> roles,
    String unit,
    @DefaultValue("false") boolean passwordChangeDue) {

  public static SeedUser of(String id, String password, String name, String unit, String... roles) {
    return new SeedUser(id, password, name, List.of(roles), unit, false);
  }

  @Override
  public String toString() {
    return "SeedUser[" + id + "]";
  }
}
