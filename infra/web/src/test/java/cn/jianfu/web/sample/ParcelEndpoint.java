package cn.jianfu.web.sample;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.time.Duration;
import java.time.LocalDate;
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
