package cn.jianfu.identity.page;

import cn.jianfu.identity.IdentitySettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPage {

  private static final Set<String> PROBLEMS = Set.of("wrong", "locked", "disabled");

  private final long lockedMinutes;

  LoginPage(IdentitySettings settings) {
    this.lockedMinutes = Math.max(1, settings.lockout().lasts().toMinutes());
  }

  @GetMapping("/login")
  String show(
      @RequestParam @Nullable String problem, @RequestParam @Nullable String out, Model model) {
    if (problem != null) {
      model.addAttribute("problem", PROBLEMS.contains(problem) ? problem : "wrong");
    }
    model.addAttribute("out", out != null);
    model.addAttribute("lockedMinutes", lockedMinutes);
    return "login";
  }
}
