import { expect, it } from 'vitest'
import type { Body } from '@/shared/api/client'
import { ticks, timeLine } from './timeline'

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 27, 12, 0, 0) + seconds * 1000).toISOString()

it('has a lane for the caller and one for each target', () => {
  const call = {
    startedAt: at(0),
    platformAnsweredAt: at(20),
    endedAt: at(60),
    attempts: [
      { target: 'a', dialledAt: at(1), endedAt: at(10), result: 'busy' },
      { target: 'b', dialledAt: at(10), endedAt: at(20), result: 'reached' },
    ],
    talks: [{ target: 'b', from: at(20), until: at(60), seconds: 40, recorded: false }],
  } as unknown as Body<'CallBody'>
  const line = timeLine(call)
  expect(line.seconds).toBe(60)
  expect(line.lanes.map((lane) => [lane.name, lane.spans.map((span) => `${span.kind} ${span.from}-${span.until}`)])).toEqual([
    ['caller', ['waiting 0-20', 'platform 20-60', 'talking 20-60']],
    ['a', ['failed 1-10']],
    ['b', ['ringing 10-20', 'talking 20-60']],
  ])
})

it('marks few moments at round distances', () => {
  expect(ticks(4.2)).toEqual([0, 1, 2, 3, 4])
  expect(ticks(60)).toEqual([0, 10, 20, 30, 40, 50, 60])
})
