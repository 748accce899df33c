package cn.jianfu.group.erasure;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Who has had somebody erased, never whom; public because the codec reads it.
 *
 * @param members how many were changed; null, as are the others, while it goes on, or when it was
 *     cut short and is to be asked for again
 */
public record ErasureRecord(
    @BsonId String id,
    Instant at,
    String issuer,
    String subject,
    String role,
    String unit,
    @Nullable Integer members,
    @Nullable Integer groups,
    @Nullable Integer staff,
    @Nullable Integer imports) {}
