package cn.jianfu.identity.page;

import cn.jianfu.identity.IdentitySettings;
import cn.jianfu.identity.user.PasswordLogin;
import cn.jianfu.identity.user.Passwords;
import cn.jianfu.identity.user.User;
import cn.jianfu.identity.user.UserAdministration;
import cn.jianfu.identity.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page of an account, and the form that changes its password. */
@Controller
class AccountPages {

  private final Users users;
  private final UserAdministration administration;
  private final PasswordLogin login;
  private final Passwords passwords;
  private final int passwordLength;
  private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

  AccountPages(
      Users users,
      UserAdministration administration,
      PasswordLogin login,
      Passwords passwords,
      IdentitySettings settings) {
    this.users = users;
    this.administration = administration;
    this.login = login;
    this.passwords = passwords;
    this.passwordLength = settings.passwordLength();
  }

  @GetMapping("/")
  String home(Principal principal, @RequestParam @Nullable String changed, Model model) {
    User user = users.find(principal.getName()).orElse(null);
    model.addAttribute("name", user == null ? principal.getName() : user.profile().name());
    model.addAttribute("login", principal.getName());
    model.addAttribute("changed", changed != null);
    return "home";
  }

  @GetMapping("/password")
  String form(Principal principal, @RequestParam @Nullable String due, Model model) {
    return form(principal, model, due != null, null, null);
  }

  @PostMapping("/password")
  String change(
      Principal principal,
      @RequestParam String current,
      @RequestParam String fresh,
      @RequestParam String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    User user;
    try {
      user = login.verified(principal.getName(), current);
    } catch (AuthenticationException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String problem = refused instanceof LockedException ? "current-locked" : "current-wrong";
      return form(principal, model, false, "current", problem);
    }
    String weakness = weakness(user, current, fresh);
    if (weakness != null || !fresh.equals(again)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return weakness == null
          ? form(principal, model, user.passwordChangeDue(), "again", "password-differs")
          : form(principal, model, user.passwordChangeDue(), "fresh", weakness);
    }
    administration.changePassword(user, fresh);
    SavedRequest interrupted = requests.getRequest(request, response);
    requests.removeRequest(request, response);
    return "redirect:" + (interrupted == null ? "/?changed" : interrupted.getRedirectUrl());
  }

  private @Nullable String weakness(User user, String current, String fresh) {
    return fresh.equals(current)
        ? "password-same"
        : passwords.weakness(user.id(), fresh).orElse(null);
  }

  private String form(
      Principal principal,
      Model model,
      boolean due,
      @Nullable String field,
      @Nullable String problem) {
    model.addAttribute("login", principal.getName());
    model.addAttribute("due", due);
    model.addAttribute("field", field);
    model.addAttribute("problem", problem);
    model.addAttribute("passwordLength", passwordLength);
    return "password";
  }
}
