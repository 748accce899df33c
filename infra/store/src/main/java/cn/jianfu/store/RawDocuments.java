package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Documents of an answer as the bytes that go on the wire; read only by who asks for one. */
final class RawDocuments extends AbstractList<Document> {
  private final List<byte[]> contents = new ArrayList<>();

  void addRaw(byte[] content) {
    contents.add(content);
  }

  byte[] raw(int index) {
    return contents.get(index);
  }

  @Override
  public Document get(int index) {
    return Documents.documentOf(contents.get(index));
  }

  @Override
  public int size() {
    return contents.size();
  }
}
