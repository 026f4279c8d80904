import type { GlobalToken } from 'antd';

/** The colours of the four things we count, the same in every chart, readable in light and dark and by the colour-blind. */
export function chartColors(token: GlobalToken, isDark: boolean) {
  return {
    received: isDark ? '#93a7ad' : '#7b8f96',
    posted: token.colorPrimary,
    held: isDark ? '#e0a452' : '#c98a2b',
    delivered: isDark ? '#7fa8dd' : '#3e6fa8',
    stopped: token.colorError,
  };
}

/** Axes, grid and tooltip as every chart has them. */
export function chartFrame(token: GlobalToken) {
  const text = { color: token.colorTextSecondary, fontSize: 12 };
  return {
    grid: { left: 8, right: 16, top: 40, bottom: 4, containLabel: true },
    legend: {
      top: 4,
      left: 8,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 4,
      itemGap: 18,
      textStyle: text,
    },
    tooltip: {
      trigger: 'axis',
      // Markup in a tooltip would carry styles of its own, which the page's security policy stops.
      renderMode: 'richText',
      backgroundColor: token.colorBgElevated,
      borderColor: token.colorBorderSecondary,
      padding: [8, 12],
      textStyle: { color: token.colorText, fontSize: 12, lineHeight: 20 },
    },
    categoryAxis: {
      type: 'category',
      axisLine: { lineStyle: { color: token.colorBorder } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    valueAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: text,
      splitLine: { lineStyle: { color: token.colorBorderSecondary } },
    },
  } as const;
}
