import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init as initChart, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

let isReady = false;

/** A chart in `box`, with only the parts of echarts we use. */
export function init(box: HTMLElement): EChartsType {
  if (!isReady)
    use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);
  isReady = true;
  return initChart(box);
}
