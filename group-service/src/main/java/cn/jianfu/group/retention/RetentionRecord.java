package cn.jianfu.group.retention;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One look for people whose time is over; public because the codec reads it.
 *
 * @param staff how many lists of staff it has changed; null, as are the others, while it has not
 *     come so far, or when it was cut short before that
 * @param members lists of members of groups that have ended
 * @param imports registers that were imported
 * @param sheets their files
 */
public record RetentionRecord(
    @BsonId String id,
    Instant at,
    @Nullable Integer staff,
    @Nullable Integer members,
    @Nullable Integer imports,
    @Nullable Integer sheets) {}
