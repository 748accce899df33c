package cn.jianfu.identity.key;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/keys")
class KeyEndpoint {

  private final SigningKeys keys;

  KeyEndpoint(SigningKeys keys) {
    this.keys = keys;
  }

  @GetMapping
  List<SigningKeys.Described> list() {
    return keys.describe();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SigningKeys.Described rotate() {
    return keys.rotate();
  }
}
