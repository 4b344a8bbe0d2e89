import { describe, expect, it, test } from 'vitest'
import { newDesigner } from './designer'
import { inOrder, stepOfFinding, troubles, type Finding } from './findings'
import { sample } from './fixtures'
import { graphOf } from './graph'
import { begin, change, redo, undo } from './history'
import { linesToConfirm } from './lines'
import { at } from './json'
import { stepOf, steps } from './plan'
import { edgesOnPath, keysPressed, targetsOf } from './simulation'

describe('undo', () => {
  it('takes letters typed into one field together', () => {
    const typed = change(change(change(begin('a'), 'ab', 'name'), 'abc', 'name'), 'abcd')
    expect(undo(typed).now).toBe('abc')
    expect(undo(undo(typed)).now).toBe('a')
    expect(redo(undo(typed)).now).toBe('abcd')
  })

  it('forgets what would be again once something else is done', () => {
    expect(change(undo(change(begin(1), 2)), 3).future).toEqual([])
  })
})

describe('a designer', () => {
  it('adds a step beside the one that is chosen, and undoes it with its place', () => {
    const designer = newDesigner()
    designer.begin(sample('4006173952.json'))
    designer.select('staff')
    const name = designer.add('announce')
    expect([name, [...designer.selected.value]]).toEqual(['announce', ['announce']])
    expect(designer.spots.value.get(name)?.x).toBeGreaterThan(designer.spots.value.get('staff')?.x ?? Infinity)
    designer.undo()
    expect([steps(designer.plan.value).has(name), designer.spots.value.has(name), designer.selected.value.size]).toEqual([false, false, 0])
    designer.redo()
    expect(steps(designer.plan.value).has(name)).toBe(true)
  })

  it('changes a part and nothing else', () => {
    const designer = newDesigner()
    designer.begin(sample('every-kind.json'))
    designer.editPart(['steps', 'menu', 'keys', '1'], 'bye')
    expect(stepOf(designer.plan.value, 'pin')).toBe(stepOf(sample('every-kind.json'), 'pin'))
    designer.editPart(['steps', 'menu', 'keys', '1'], 'pin')
    expect(designer.plan.value).toEqual(sample('every-kind.json'))
  })

  it('keeps a step where it is and chosen when it is renamed', () => {
    const designer = newDesigner()
    designer.begin(sample('4006173952.json'))
    designer.select('staff')
    const spot = designer.spots.value.get('staff')
    designer.rename('staff', 'team')
    expect([designer.spots.value.get('team'), [...designer.selected.value]]).toEqual([spot, ['team']])
  })
})

describe('a simulated call', () => {
  const graph = graphOf(sample('4006666666.json'))

  it('lights the key that was pressed, not the other way to the same step', () => {
    const path = ['lane', 'welcome', 'services', 'butler']
    expect([...edgesOnPath(graph, path, keysPressed(path, [{ step: 'lane' }, { step: 'welcome' }, { step: 'services' }, { step: 'services', key: '0' }, { step: 'butler' }]))]).toEqual([
      '_arrival:start',
      'lane:otherwise',
      'welcome:next',
      'services:keys/0',
      'butler:otherwise',
    ].slice(0, 4))
    expect([...edgesOnPath(graph, path)]).toContain('services:otherwise')
  })

  it('offers each line that may be rung, once', () => {
    expect(targetsOf(sample('4006173952.json'))).toEqual(['13800138001', '13800138002', '13900139003'])
    expect(targetsOf(sample('every-kind.json'))).toEqual(['ext:8001', '13800138001', '01066660001'])
  })
})

const finding = (path: string, severity: 'ERROR' | 'WARNING', line = 1): Finding => ({ path, severity, line, column: 1, code: 'plan.x', message: '', fix: { zh: '', en: '' } })

test('findings belong to steps, and the worst of each is shown', () => {
  const found = [finding('/steps/a/open', 'WARNING'), finding('/steps/a', 'ERROR'), finding('/steps/b~1c/next', 'WARNING'), finding('/start', 'ERROR')]
  expect(found.map(stepOfFinding)).toEqual(['a', 'a', 'b/c', undefined])
  expect([...troubles(found)]).toEqual([
    ['a', 'error'],
    ['b/c', 'warning'],
  ])
  expect(inOrder(found).map((one) => one.severity)).toEqual(['ERROR', 'ERROR', 'WARNING', 'WARNING'])
})

test('a line that is to be confirmed is found by where the finding points', () => {
  const plan = sample('4006173952.json')
  const unconfirmed = (path: string, message = ''): Finding => ({ ...finding(path, 'ERROR'), code: 'plan.target-unconfirmed', message })
  expect(linesToConfirm([unconfirmed('/steps/staff/targets/1/to'), unconfirmed('/steps/staff/targets/0'), unconfirmed('/steps/staff', '13900139003 was not confirmed yet')], (path) => at(plan, path))).toEqual(['13800138002', '13800138001', '13900139003'])
})
