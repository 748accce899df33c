package cn.jianfu.testkit.bad.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

@Service
public class PublicBean {

  @Autowired @Nullable Object injected;

  Instant now() {
    return Instant.now();
  }
}
