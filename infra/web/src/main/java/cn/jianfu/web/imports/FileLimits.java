package cn.jianfu.web.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a file that people upload may have.
 *
 * @param size of the file
 * @param expanded of all its parts together, when it is a ZIP (as XLSX is)
 * @param ratio how many times larger than packed all parts together may be
 * @param entries parts of the ZIP
 * @param text characters of one cell
 */
@ConfigurationProperties("jianfu.web.imports")
public record FileLimits(
    @DefaultValue("10MB") DataSize size,
    @DefaultValue("200MB") DataSize expanded,
    @DefaultValue("100") int ratio,
    @DefaultValue("500") int entries,
    @DefaultValue("20000") int rows,
    @DefaultValue("200") int columns,
    @DefaultValue("4000") int text) {

  public static FileLimits defaults() {
    return new FileLimits(
        DataSize.ofMegabytes(10), DataSize.ofMegabytes(200), 100, 500, 20_000, 200, 4_000);
  }
}
