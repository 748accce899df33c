package cn.jianfu.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole requests that are wrong: bodies that are no request, parts of an address that are odd. */
public final class Garbage {

  private static final Charset GBK = Charset.forName("GB18030");

  /** Parts of an address, encoded. Some may be an id of something; none may be our fault. */
  public static final List<String> ODD_PARTS =
      List.of(
          "x".repeat(3_000),
          "%00",
          "%2e%2e",
          "..%2F..%2Fetc%2Fpasswd",
          "%2F",
          "%FF%FE",
          "%ED%A0%80",
          "%E2%80%AE",
          "%20",
          "%0d%0aX:%201",
          "$where",
          "{\"$gt\":\"\"}".replace("{", "%7B").replace("}", "%7D").replace("\"", "%22"),
          "350213101000%20",
          "wecom",
          "0");

  private Garbage() {}

  /** Bodies that are no request, by what is wrong, made of one that is: a JSON object. */
  public static Map<String, byte[]> bodies(String good) {
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("a word", "hello".getBytes(UTF_8));
    bad.put("cut off", good.substring(0, good.length() / 2).getBytes(UTF_8));
    bad.put("twice", (good + good).getBytes(UTF_8));
    bad.put("an array", ("[" + good + "]").getBytes(UTF_8));
    bad.put("a number", "7".getBytes(UTF_8));
    bad.put("a text", "\"{}\"".getBytes(UTF_8));
    bad.put("unknown field", also(good, "\"colour\":1"));
    bad.put("duplicate field", also(good, first(good)));
    bad.put("deep", also(good, "\"x\":" + "[".repeat(10_000) + "]".repeat(10_000)));
    bad.put("deep objects", also(good, "\"x\":" + "{\"a\":".repeat(10_000) + "1"));
    bad.put("deep alone", "[".repeat(10_000).getBytes(UTF_8));
    bad.put("no UTF-8", also(good, "\"x\":\"\u00ff\u00fe\"", StandardCharsets.ISO_8859_1));
    bad.put("UTF-16", good.getBytes(StandardCharsets.UTF_16));
    bad.put("GBK", also(good, "\"翔安\":\"区\"", GBK));
    bad.put("NUL", (good + "\0").getBytes(UTF_8));
    bad.put("only NULs", new byte[100]);
    bad.put("too large", also(good, "\"x\":\"" + "a".repeat(3_000_000) + "\""));
    bad.put("huge number", also(good, "\"x\":" + "9".repeat(5_000)));
    bad.put("XML", "<?xml version=\"1.0\"?><a/>".getBytes(UTF_8));
    return bad;
  }

  private static String first(String good) {
    return good.substring(1, good.indexOf(',') < 0 ? good.length() - 1 : good.indexOf(','));
  }

  private static byte[] also(String good, String field) {
    return also(good, field, UTF_8);
  }

  private static byte[] also(String good, String field, Charset charset) {
    return (good.substring(0, good.lastIndexOf('}')) + "," + field + "}").getBytes(charset);
  }
}
