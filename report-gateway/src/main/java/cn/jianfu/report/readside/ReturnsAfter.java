package cn.jianfu.report.readside;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;

/** Asks for the document as it is after the update, as far as it is needed. */
final class ReturnsAfter {

  static final FindOneAndUpdateOptions OPTIONS =
      new FindOneAndUpdateOptions()
          .returnDocument(ReturnDocument.AFTER)
          .projection(Projections.include("version"));

  private ReturnsAfter() {}
}
