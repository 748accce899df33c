package cn.jianfu.group.register;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.RegisterImportedV1;
import java.time.LocalDate;

/** What somebody had to say about a register; public because the codec reads it. */
public record ImportedRegister(
    String id,
    String unit,
    String town,
    LocalDate on,
    int answers,
    String issuer,
    String subject,
    String role,
    String actorUnit) {

  RegisterImportedV1 published() {
    return new RegisterImportedV1(
        id, unit, town, on, answers, new ActorV1(issuer, subject, role, actorUnit));
  }
}
