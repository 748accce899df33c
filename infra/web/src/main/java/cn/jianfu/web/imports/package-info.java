/**
 * Spreadsheets of people: XLSX and CSV files read into rows of typed cells within limits, reports
 * that answer row by row, and files to download — templates, and the rows that need correction.
 */
@NullMarked
package cn.jianfu.web.imports;

import org.jspecify.annotations.NullMarked;
