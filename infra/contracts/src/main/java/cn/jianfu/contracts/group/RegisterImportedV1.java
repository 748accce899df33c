package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;
import java.time.LocalDate;

/**
 * A register was imported (台账导入) of which something was not clear: what somebody had to say about
 * it. Of what the rows say, the groups tell.
 *
 * @param importId of the import
 * @param unit org code of the unit that imported it
 * @param importedOn the district's day
 * @param answers cells, rows, columns and groups that a person said something about
 */
public record RegisterImportedV1(
    String importId, String unit, String town, LocalDate importedOn, int answers, ActorV1 actor) {}
