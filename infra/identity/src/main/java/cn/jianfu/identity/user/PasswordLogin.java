package cn.jianfu.identity.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Logs a person in by login name and password, and locks the name after too many failures. */
@Component
public class PasswordLogin implements AuthenticationProvider {

  private final Users users;
  private final LoginAttempts attempts;
  private final PasswordEncoder encoder;
  private final String nobodysHash;

  PasswordLogin(Users users, LoginAttempts attempts, PasswordEncoder encoder) {
    this.users = users;
    this.attempts = attempts;
    this.encoder = encoder;
    // An unknown name costs the same time as a known one.
    this.nobodysHash = String.valueOf(encoder.encode("nobody's password"));
  }

  @Override
  public Authentication authenticate(Authentication request) {
    String login = login(request.getName());
    User user = verified(login, String.valueOf(request.getCredentials()));
    List<GrantedAuthority> authorities = new ArrayList<>();
    user.profile()
        .roles()
        .forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
    // Says in the ID token when the login was.
    authorities.add(
        FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
    UsernamePasswordAuthenticationToken known =
        UsernamePasswordAuthenticationToken.authenticated(user.id(), null, authorities);
    known.setDetails(request.getDetails());
    return known;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** The user when the password is right; otherwise an exception that says why not. */
  public User verified(String login, String password) {
    attempts.begin(login);
    User user = users.find(login).orElse(null);
    boolean matches = encoder.matches(password, user == null ? nobodysHash : user.passwordHash());
    if (user == null || !matches) {
      attempts.failed(login);
      throw new BadCredentialsException("wrong login name or password");
    }
    attempts.succeeded(login);
    if (!user.enabled()) {
      throw new DisabledException("the account is disabled");
    }
    return user;
  }

  private static String login(String typed) {
    String trimmed = typed.strip().toLowerCase(Locale.ROOT);
    // Longer than any id, and not worth a document of that size.
    return trimmed.length() > 100 ? trimmed.substring(0, 100) : trimmed;
  }
}
