package cn.jianfu.contracts.group;

import java.time.Instant;

/**
 * An event is taken back: the store that published it was lost, and the one that was put back from
 * a backup does not know what it told. Its subject is that of the event; its sequence is later than
 * any of the lost store and earlier than all that is published of the subject since.
 *
 * @param type name of the event
 * @param time when it was published as having happened
 * @param event its body, as JSON
 */
public record EventRetractedV1(String type, Instant time, String event) {}
