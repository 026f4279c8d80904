import { theme } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { Chart } from '#console/parts/chart.tsx';
import { chartColors, chartFrame } from '#console/parts/chart-look.ts';
import { Panel } from '#console/parts/panel.tsx';
import { useAppearance } from '#console/state/appearance.ts';
import { useSay } from '#console/words/use-say.ts';
import { withinStep } from './drill.ts';
import { words } from './words.ts';

const SHOWN = ['received', 'posted', 'held', 'delivered'] as const;
const STEP_MS = { hour: 3_600_000, day: 86_400_000 } as const;

/** What happened in each step of the time. A point leads to what it counts. */
export function FlowChart({ overview }: { readonly overview: Schemas['Overview'] }) {
  const say = useSay(words);
  const navigate = useNavigate();
  const option = useOption(overview);
  const open = (series: string, index: number) => {
    const name = SHOWN.find((one) => say(one) === series);
    const at = overview.series[index]?.at;
    if (name === undefined || at === undefined) return;
    const to = new Date(Date.parse(at) + STEP_MS[overview.by]).toISOString();
    void navigate(withinStep(overview.figures[name].list, { from: at, to }));
  };
  return (
    <Panel title={say('chart')} actions={<span className="tz-faint">{say('chartHint')}</span>}>
      <Chart label={say('chart')} option={option} height={292} onPick={open} />
    </Panel>
  );
}

function useOption({ series, by }: Schemas['Overview']) {
  const say = useSay(words);
  const { token } = theme.useToken();
  const [appearance] = useAppearance();
  return useMemo(() => {
    const frame = chartFrame(token);
    const colors = chartColors(token, appearance === 'dark');
    const { categoryAxis, valueAxis, ...rest } = frame;
    return {
      ...rest,
      animationDuration: 300,
      xAxis: { ...categoryAxis, boundaryGap: false, data: series.map(({ at }) => stepText(at, by)) },
      yAxis: valueAxis,
      series: SHOWN.map((name) => ({
        name: say(name),
        type: 'line',
        showSymbol: series.length <= 31,
        symbolSize: 6,
        symbol: 'circle',
        color: colors[name],
        lineStyle: { width: name === 'received' ? 1.5 : 2, type: name === 'received' ? 'dashed' : 'solid' },
        areaStyle: name === 'posted' ? { opacity: 0.12 } : undefined,
        data: series.map((step) => step[name]),
      })),
    };
  }, [series, by, token, appearance, say]);
}

const CHINA_MS = 8 * 3_600_000;

/** Days are days in China, as the hub counts them. */
function stepText(at: string, by: 'hour' | 'day'): string {
  const there = new Date(Date.parse(at) + CHINA_MS).toISOString();
  return by === 'day' ? there.slice(5, 10) : there.slice(11, 16);
}
