package cn.jianfu.identity.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
class UserEndpoint {

  private final Users users;
  private final UserAdministration administration;

  UserEndpoint(Users users, UserAdministration administration) {
    this.users = users;
    this.administration = administration;
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    List<View> items = users.after(after, limit).stream().map(View::of).toList();
    return new Page(items, items.size() < limit ? null : items.getLast().id());
  }

  @GetMapping("/{id}")
  View get(@PathVariable String id) {
    return View.of(administration.get(id));
  }

  /** Creates (201, with the first password) or changes (200). */
  @PutMapping("/{id}")
  ResponseEntity<View> put(@PathVariable String id, @Valid @RequestBody Change change) {
    var put =
        administration.put(id, new User.Profile(change.name(), change.roles(), change.unit()));
    return ResponseEntity.status(put.password() == null ? HttpStatus.OK : HttpStatus.CREATED)
        .body(View.of(put));
  }

  @PostMapping("/{id}/password")
  View resetPassword(@PathVariable String id) {
    return View.of(administration.resetPassword(id));
  }

  @PostMapping("/{id}/disable")
  View disable(@PathVariable String id) {
    return View.of(administration.enable(id, false));
  }

  @PostMapping("/{id}/enable")
  View enable(@PathVariable String id) {
    return View.of(administration.enable(id, true));
  }

  record Change(
      @NotBlank @Size(max = 100) String name,
      @NotEmpty @Size(max = 20) List<@NotNull String> roles,
      @NotNull @Size(max = 64) String unit) {}

  record Page(List<View> items, @Nullable String next) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String id,
      String name,
      List<String> roles,
      String unit,
      boolean enabled,
      boolean passwordChangeDue,
      Instant createdAt,
      Instant passwordChangedAt,
      @Nullable String password) {

    static View of(User user) {
      return of(new UserAdministration.WithPassword(user, null));
    }

    static View of(UserAdministration.WithPassword with) {
      User user = with.user();
      return new View(
          user.id(),
          user.profile().name(),
          user.profile().roles(),
          user.profile().unit(),
          user.enabled(),
          user.passwordChangeDue(),
          user.createdAt(),
          user.passwordChangedAt(),
          with.password());
    }
  }
}
