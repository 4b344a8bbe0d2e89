import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, use, type ComposeOption } from 'echarts/core'
import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption, VisualMapComponentOption } from 'echarts/components'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, CanvasRenderer])

export type Option = ComposeOption<
  BarSeriesOption | HeatmapSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption | VisualMapComponentOption
>

export { init }

/** The theme's colours as they are now, for a canvas, which knows no variables. */
export interface Colours {
  readonly text: string
  readonly faint: string
  readonly line: string
  readonly ground: string
  readonly main: string
  readonly second: string
}

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string): string => style.getPropertyValue(name).trim()
  return {
    text: of('--el-text-color-primary'),
    faint: of('--el-text-color-regular'),
    line: of('--el-border-color'),
    ground: of('--el-bg-color'),
    main: of('--el-color-primary'),
    second: of('--hl-found-2'),
  }
}

/** Drawn: those made of HTML bring inline styles, which pages here forbid. */
export function tooltip(paint: Colours): TooltipComponentOption {
  return { renderMode: 'richText', backgroundColor: paint.ground, borderColor: paint.line, textStyle: { color: paint.text } }
}

/** What all plots have in common. */
export function common(paint: Colours): Option {
  return {
    textStyle: { color: paint.text, fontFamily: 'inherit' },
    animation: false,
    grid: { left: 8, right: 8, top: 36, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: tooltip(paint),
    legend: { top: 0, textStyle: { color: paint.text } },
  }
}

/** An axis in the theme's colours. */
export function axis(paint: Colours): { axisLabel: { color: string }; axisLine: { lineStyle: { color: string } }; splitLine: { lineStyle: { color: string } } } {
  return { axisLabel: { color: paint.faint }, axisLine: { lineStyle: { color: paint.line } }, splitLine: { lineStyle: { color: paint.line } } }
}
