import { theme } from 'antd';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import styles from './chart.module.css';

interface ChartProps {
  /** What it shows, for those who hear it; the numbers stand in a table nearby. */
  readonly label: string;
  readonly option: EChartsCoreOption;
  readonly height?: number;
  /** A click on a point: the name of its series and its place in it. */
  readonly onPick?: (series: string, index: number) => void;
}

/** A chart. Its code loads when the first one is shown. Drawn on canvas, so that no style has to be written into markup. */
export function Chart({ label, option, height = 280, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const { token } = theme.useToken();
  const latest = useRef({ option, onPick });
  latest.current = { option: withFont(option, token.fontFamily), onPick };

  useEffect(() => {
    let isGone = false;
    const observer = new ResizeObserver(() => chart.current?.resize());
    void import('./echarts.ts').then(({ init }) => {
      if (isGone || box.current === null) return;
      const made = init(box.current);
      chart.current = made;
      draw(made, latest.current.option);
      made.on('click', ({ seriesName, dataIndex }) => latest.current.onPick?.(seriesName ?? '', dataIndex));
      observer.observe(box.current);
    });
    return () => {
      isGone = true;
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const drawn = () => chart.current && draw(chart.current, withFont(option, token.fontFamily));
    drawn();
    // A font that is still on its way leaves boxes on a canvas, which does not draw itself again.
    document.fonts.addEventListener('loadingdone', drawn);
    return () => document.fonts.removeEventListener('loadingdone', drawn);
  }, [option, token]);

  return (
    <div ref={box} role="img" aria-label={label} className={styles.chart} style={{ blockSize: height }} />
  );
}

function withFont(option: EChartsCoreOption, fontFamily: string): EChartsCoreOption {
  return { textStyle: { fontFamily }, ...option };
}

function draw(chart: EChartsType, option: EChartsCoreOption): void {
  chart.setOption(option, { notMerge: true });
}
