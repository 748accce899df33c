package cn.jianfu.group;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An import whose process was killed while it carried the plan out. */
public final class ImportCutShort {

  /** Whatever the service's clock was set to by other tests. */
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private static final JsonMapper JSON = JsonMapper.shared();

  private ImportCutShort() {}

  /** Makes a finished import look so. */
  public static void asIfKilled(MongoDatabase database, String id) {
    var imports = database.getCollection("imports");
    Document stored = Mono.from(imports.find(Filters.eq("_id", id))).block();
    ObjectNode record = unpacked(stored.get("record", Binary.class).getData());
    record.put("state", "PLANNED");
    Mono.from(
            imports.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                    Updates.set("state", "PLANNED"),
                    Updates.set("at", Date.from(LONG_AGO)),
                    Updates.set("record", new Binary(packed(record))))))
        .block();
  }

  private static ObjectNode unpacked(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(ObjectNode record) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      JSON.writeValue(zip, record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
