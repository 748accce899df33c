package cn.jianfu.identity.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/api/v1/clients")
class ClientEndpoint {

  private final Clients clients;
  private final ClientAdministration administration;

  ClientEndpoint(Clients clients, ClientAdministration administration) {
    this.clients = clients;
    this.administration = administration;
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    List<View> items = clients.after(after, limit).stream().map(View::of).toList();
    return new Page(items, items.size() < limit ? null : items.getLast().id());
  }

  @GetMapping("/{id}")
  View get(@PathVariable String id) {
    return View.of(administration.get(id));
  }

  /** Creates (201, with the secret) or changes (200). */
  @PutMapping("/{id}")
  ResponseEntity<View> put(@PathVariable String id, @Valid @RequestBody Change change) {
    var put = administration.put(id, change.profile());
    return ResponseEntity.status(put.secret() == null ? HttpStatus.OK : HttpStatus.CREATED)
        .body(View.of(put));
  }

  @PostMapping("/{id}/secret")
  View rotateSecret(@PathVariable String id) {
    return View.of(administration.rotateSecret(id));
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
      @Nullable @Size(max = 20) List<@NotNull String> roles,
      @Nullable @Size(max = 64) String unit,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = 500) String> redirectUris,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = 500) String> postLogoutRedirectUris) {

    Client.Profile profile() {
      return new Client.Profile(
          name,
          Objects.requireNonNullElse(roles, List.of()),
          unit,
          Objects.requireNonNullElse(redirectUris, List.of()),
          Objects.requireNonNullElse(postLogoutRedirectUris, List.of()));
    }
  }

  record Page(List<View> items, @Nullable String next) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String id,
      String name,
      List<String> roles,
      @Nullable String unit,
      List<String> redirectUris,
      List<String> postLogoutRedirectUris,
      boolean enabled,
      Instant createdAt,
      Instant secretChangedAt,
      @Nullable String secret) {

    static View of(Client client) {
      return of(new ClientAdministration.WithSecret(client, null));
    }

    static View of(ClientAdministration.WithSecret with) {
      Client client = with.client();
      Client.Profile profile = client.profile();
      return new View(
          client.id(),
          profile.name(),
          profile.roles(),
          profile.unit(),
          profile.redirectUris(),
          profile.postLogoutRedirectUris(),
          client.enabled(),
          client.createdAt(),
          client.secretChangedAt(),
          with.secret());
    }
  }
}
