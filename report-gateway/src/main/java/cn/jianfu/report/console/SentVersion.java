package cn.jianfu.report.console;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** The version of what a form was made from, so that nobody overwrites what they have not seen. */
final class SentVersion {

  private SentVersion() {}

  static long read(MultiValueMap<String, String> sent) {
    var text = sent.getFirst("version");
    if (text == null || !text.matches("[0-9]{1,18}")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return Long.parseLong(text);
  }
}
