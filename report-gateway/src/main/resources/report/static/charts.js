/* Draws the charts from the tables below them, which hold the numbers. */
(() => {
  'use strict';
  const ink = '#1b2430', muted = '#566173', accent = '#0b5cad', hair = '#e3e8ee';
  const font = getComputedStyle(document.documentElement).fontFamily;
  const number = (cell) => (cell.dataset.value === undefined || cell.dataset.value === '' ? null : Number(cell.dataset.value));
  const read = (table) => {
    const heads = [...table.tHead.rows[0].cells].filter((cell) => 'series' in cell.dataset);
    const rows = [...table.tBodies[0].rows];
    return {
      days: rows.map((row) => row.cells[0].textContent.trim()),
      bands: rows.map((row) => row.dataset.band),
      series: heads.map((head) => ({ name: head.textContent.trim(), values: rows.map((row) => number(row.cells[head.cellIndex])) })),
    };
  };
  const base = (days) => ({
    animation: false,
    textStyle: { fontFamily: font, color: ink, fontSize: 12 },
    grid: { left: 40, right: 100, top: 14, bottom: 26 },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    xAxis: { type: 'category', data: days, boundaryGap: false, axisLine: { lineStyle: { color: '#c9d1db' } }, axisTick: { show: false }, axisLabel: { color: muted, hideOverlap: true, formatter: (at) => (at.length > 5 ? at.slice(5) : at) } },
    yAxis: { type: 'value', axisLabel: { color: muted }, splitLine: { lineStyle: { color: hair } } },
  });
  const last = (values) => { const known = values.filter((value) => value !== null); return known.length ? known[known.length - 1] : null; };
  // A day between two unknown ones is no line: it and the last day are dots.
  const points = (values) => values.map((value, at) => {
    if (value === null) return null;
    const alone = (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
    const ends = values.slice(at + 1).every((later) => later === null);
    return { value, symbol: alone || ends ? 'circle' : 'none', symbolSize: 7 };
  });
  // Two lines that end close together: the upper one's name goes up, the other's down.
  const end = (name, color, own, other, at) => {
    const near = own !== null && other !== null && Math.abs(own - other) < 5;
    return { show: true, formatter: name, color, fontSize: 12, distance: 6, valueAnimation: false, offset: [0, near ? ((own - other || (at === 0 ? 1 : -1)) > 0 ? -8 : 8) : 0] };
  };
  // Runs of days without a band, from the day before to the day after: there the line is broken.
  const unknown = (data, word) => {
    const areas = [];
    data.bands.forEach((band, at) => {
      if (band !== 'no-data') return;
      const before = areas[areas.length - 1];
      const to = Math.min(at + 1, data.days.length - 1);
      if (before && before[1] >= at) before[1] = to; else areas.push([Math.max(at - 1, 0), to]);
    });
    return areas.map(([from, to], at) => [
      { xAxis: data.days[from], name: at === 0 ? word : '', itemStyle: { color: '#e8ebf0' }, label: { color: '#475060', position: 'insideTopLeft', fontSize: 12 } },
      { xAxis: data.days[to] }]);
  };
  // Red, yellow and green as the rule set of the day draws them; none without a rule set.
  const bands = (low, yellow, green) => (green ? [
    [{ yAxis: green, itemStyle: { color: '#eaf6ee' } }, { yAxis: 100 }],
    [{ yAxis: yellow, itemStyle: { color: '#fff8e3' } }, { yAxis: green }],
    [{ yAxis: low, itemStyle: { color: '#fdeeec' } }, { yAxis: yellow }]] : []);
  // What a rule allows, where the box names it.
  const limit = (box) => (box.dataset.limit ? { silent: true, symbol: 'none', lineStyle: { color: '#98180f', type: 'dashed' }, label: { color: '#98180f', position: 'insideEndTop', formatter: box.dataset.limitName + ' ' + Number(box.dataset.limit) }, data: [{ yAxis: Number(box.dataset.limit) }] } : undefined);
  const kinds = {
    // The town's own line over the bands; the district's median dashed.
    score: (data, box) => {
      const option = base(data.days);
      const known = data.series.flatMap((it) => it.values).filter((value) => value !== null);
      const low = known.length && Math.min(...known) < 40 ? 0 : 40;
      option.yAxis = { ...option.yAxis, min: low, max: 100, interval: 20 };
      option.series = data.series.map((it, at) => ({
        name: it.name, type: 'line', data: at === 0 ? points(it.values) : it.values, showSymbol: at === 0, showAllSymbol: true, connectNulls: false, silent: at > 0, z: at === 0 ? 5 : 3,
        color: at === 0 ? accent : muted,
        lineStyle: at === 0 ? { width: 2.5, color: accent } : { width: 1.5, color: muted, type: 'dashed' },
        endLabel: end(it.name, at === 0 ? accent : muted, last(it.values), last(data.series[1 - at].values), at),
        markArea: at > 0 ? undefined : { silent: true, data: [
          ...bands(low, Number(box.dataset.yellow), Number(box.dataset.green)),
          ...unknown(data, box.dataset.unknown)] },
      }));
      return option;
    },
    counters: (data, box) => {
      const option = base(data.days);
      option.grid.right = 16;
      option.grid.top = 34;
      option.legend = { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: ink }, data: data.series.map((it) => it.name) };
      const colors = ['#9cc0e3', accent, '#b84a05'];
      option.xAxis.boundaryGap = true;
      option.yAxis.minInterval = 1;
      option.series = data.series.map((it, at) => at === 0
        ? { name: it.name, type: 'bar', data: it.values, color: colors[at], barCategoryGap: '20%', markLine: limit(box) }
        : { name: it.name, type: 'line', data: points(it.values), color: colors[at], showSymbol: true, showAllSymbol: true, connectNulls: false, lineStyle: { width: 2 } });
      return option;
    },
  };
  const drawn = [];
  const draw = (root) => {
    root.querySelectorAll('[data-chart]').forEach((box) => {
      const table = document.getElementById(box.dataset.table);
      if (!table || !window.echarts) return;
      const before = window.echarts.getInstanceByDom(box);
      const chart = before || window.echarts.init(box, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio) });
      if (!before) drawn.push(chart);
      chart.setOption(kinds[box.dataset.chart](read(table), box), true);
    });
  };
  const fit = () => drawn.forEach((chart) => { if (!chart.isDisposed()) chart.resize(); });
  draw(document);
  document.body.addEventListener('htmx:afterSettle', () => draw(document));
  window.addEventListener('resize', fit);
  window.addEventListener('beforeprint', fit);
  window.addEventListener('afterprint', fit);
})();
