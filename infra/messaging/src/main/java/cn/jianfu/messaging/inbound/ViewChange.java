package cn.jianfu.messaging.inbound;

/**
 * What an event makes of one part of a view.
 *
 * @param id of the view's document
 * @param sequence of the event: an older one changes nothing
 * @param value the complete part
 */
public record ViewChange<V>(String id, String sequence, V value) {}
