package cn.jianfu.identity;

import cn.jianfu.identity.problem.Declined.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which ids, roles and units this district uses. */
@Component
public class Vocabulary {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}");

  private final IdentitySettings settings;

  Vocabulary(IdentitySettings settings) {
    this.settings = settings;
  }

  public List<FieldError> wrongId(String id) {
    return ID.matcher(id).matches() ? List.of() : List.of(new FieldError("/id", "id"));
  }

  public List<FieldError> wrongUnit(@Nullable String unit) {
    return unit != null && settings.unitPattern().matcher(unit).matches()
        ? List.of()
        : List.of(new FieldError("/unit", "unit"));
  }

  public List<FieldError> wrongRoles(List<String> roles) {
    List<FieldError> wrong = new ArrayList<>();
    for (int at = 0; at < roles.size(); at++) {
      if (!settings.roles().contains(roles.get(at))) {
        wrong.add(new FieldError("/roles/" + at, "role"));
      }
    }
    return wrong;
  }
}
