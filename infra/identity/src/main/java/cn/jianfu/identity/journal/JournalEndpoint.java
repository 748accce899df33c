package cn.jianfu.identity.journal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/journal")
class JournalEndpoint {

  private final Journal journal;

  JournalEndpoint(Journal journal) {
    this.journal = journal;
  }

  @GetMapping
  List<Journal.Entry> latest(@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return journal.latest(limit);
  }
}
