package cn.jianfu.allinone.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a town system says of a sample group, as CloudEvents. */
final class SampleEvents {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final String source;

  SampleEvents(String town) {
    this.source = "/towns/" + town + "/oa";
  }

  /** The group as its unit declares it, and its filing where it has one. */
  List<Map<String, Object>> declaration(SampleGroup group, String id, LocalDate today) {
    LocalDate declared = group.createdOn().plusDays(3);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", group.name());
    data.put("kind", group.kind());
    data.put("matterCode", group.matterCode());
    data.put("matterTitle", group.matterTitle());
    data.put("purpose", group.purpose());
    data.put("ownerUnit", group.unit());
    data.put("ownerId", group.owner());
    data.put("createdOn", group.createdOn().toString());
    if (group.key().hashCode() % 4 != 0) {
      data.put("approvedOn", group.createdOn().minusDays(6).toString());
    }
    if (group.validUntil() != null) {
      data.put("validUntil", group.validUntil().toString());
    }
    data.put("declaredOn", declared.toString());
    List<Map<String, Object>> events = new ArrayList<>();
    events.add(event("town.group-declared.v1", id, "declared", today, data));
    if (group.filed()) {
      events.add(
          event(
              "town.group-filed.v1",
              id,
              "filed",
              today,
              Map.of(
                  "filingNo",
                  "备〔%d〕%s号".formatted(declared.getYear(), group.key()),
                  "filedOn",
                  declared.plusDays(5).toString())));
    }
    return events;
  }

  /** Who is in the group, as of this morning. */
  Map<String, Object> members(SampleGroup group, String id, LocalDate today) {
    List<Map<String, Object>> people =
        group.members().stream()
            .map(person ->
                Map.<String, Object>of(
                    "id", person, "role", person.equals(group.owner()) ? "OWNER" : "MEMBER"))
            .toList();
    return event(
        "town.group-members-taken.v1",
        id,
        "members",
        today,
        Map.of("takenAt", morning(today.minusDays(1)), "members", people));
  }

  /** That a group is to be dissolved. */
  Map<String, Object> dissolution(String id, LocalDate day) {
    return event(
        "town.group-decided.v1",
        id,
        "decided",
        day,
        Map.of("kind", "DISSOLVE", "reason", "长期无人使用或任务已完成", "decidedOn", day.toString()));
  }

  /** That it was dissolved. */
  Map<String, Object> execution(String id, LocalDate day) {
    return event(
        "town.group-executed.v1", id, "executed", day, Map.of("executedOn", day.toString()));
  }

  /** What was counted in the group on one day. */
  Map<String, Object> activity(SampleDay day, String id) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("date", day.date().toString());
    data.put("messages", day.messages());
    data.put("activeSenders", day.activeSenders());
    data.put("taskPosts", day.taskPosts());
    data.put("taskPostsByHour", day.taskPostsByHour());
    data.put("emergencyPosts", day.emergencyPosts());
    data.put("mentionAll", day.mentionAll());
    data.put("ackOnly", day.ackOnly());
    data.put("likes", day.likes());
    data.put("checkInChains", day.checkInChains());
    data.put("materialRequests", day.materialRequests());
    data.put("approvedMaterialRequests", day.approvedMaterialRequests());
    data.put("proofDemands", day.proofDemands());
    // Nobody sets a time or hands out work without a notice; a source that counts says so.
    data.put("replyDemands", 0);
    data.put("tasksWithoutNotice", 0);
    return event("town.group-activity-counted.v1", id, "activity", day.date(), data);
  }

  private Map<String, Object> event(
      String type, String subject, String what, LocalDate day, Map<String, Object> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", what + "/" + subject + "/" + day);
    event.put("source", source);
    event.put("type", type);
    event.put("subject", subject);
    event.put("time", morning(day));
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return event;
  }

  private static String morning(LocalDate day) {
    return ZonedDateTime.of(day, LocalTime.of(0, 5), ZONE).toInstant().toString();
  }
}
