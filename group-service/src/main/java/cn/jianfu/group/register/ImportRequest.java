package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.Answers;
import cn.jianfu.web.imports.ImportMode;
import java.util.Locale;

/**
 * How a register is to be imported.
 *
 * @param id of the import: the same for every repeat of the request
 * @param bodyHash of the file and of how it is to be read
 * @param unit org code of the unit that rows without a unit belong to
 * @param answers to what was asked about the sheet before
 */
record ImportRequest(
    String id, String bodyHash, String unit, ImportMode mode, Answers answers, Locale locale) {}
