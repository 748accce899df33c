package cn.jianfu.web.sample;

import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import cn.jianfu.web.validation.Code;
import cn.jianfu.web.validation.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/parcels")
class ParcelEndpoint {

  private final ChosenFields fields;

  ParcelEndpoint(ChosenFields fields) {
    this.fields = fields;
  }

  @PostMapping
  Mono<Parcel> send(@Valid @RequestBody Parcel parcel) {
    return Mono.just(parcel);
  }

  @GetMapping("/{day}")
  Mono<String> ofDay(
      @PathVariable LocalDate day, @RequestParam(defaultValue = "5") @Max(10) int limit) {
    return Mono.just(day + " " + limit);
  }

  @GetMapping("/me")
  Mono<Caller> me(Caller caller) {
    return Mono.just(caller);
  }

  @GetMapping
  Mono<PageOf<?>> list(PageRequest page) {
    var order = page.order("n", Set.of("n", "name"));
    int from = page.after(1).map(after -> Integer.parseInt(after.getFirst()) + 1).orElse(0);
    var found =
        IntStream.range(from, Math.min(from + page.limit() + 1, 120))
            .mapToObj(n -> new Listed(order.descending() ? 119 - n : n, "parcel " + n))
            .toList();
    var position = IntStream.range(from, 120).boxed().toList();
    return Mono.just(
        fields.of(
            page.page(found, item -> List.of(position.get(found.indexOf(item)).toString())),
            page,
            Listed.class));
  }

  record Listed(int n, String name) {}

  @PostMapping("/notes")
  Mono<Note> note(@Valid @RequestBody Note note) {
    return Mono.just(note);
  }

  record Note(
      @NotNull @PlainText(max = 10) String title,
      @Nullable @PlainText(max = 20, lines = true) String text,
      @Nullable @Code("[0-9]{4}") String code) {}

  @GetMapping("/fault")
  Mono<String> fault() {
    return Mono.error(new IllegalStateException("secret of the inside"));
  }

  @GetMapping("/away")
  Mono<String> away() {
    return Mono.error(
        Problem.of(WebProblems.UNAVAILABLE).retryAfter(Duration.ofSeconds(7)).toException());
  }

  @GetMapping("/units/{unit}")
  Mono<String> ofUnit(@PathVariable String unit, Caller caller) {
    caller.mustReach(unit, String::startsWith);
    return Mono.just(unit);
  }
}
