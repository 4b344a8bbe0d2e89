import { expect, test } from 'vitest'
import { cellsOf, decode, join, linesOf } from './csv'
import { judged, presentOf, previewOf, withoutRefused } from './preview'

const there = presentOf(linesOf('\uFEFFkind,pattern,note,expires,pin\nnumber,13800138000,王先生,,\nprefix,\'+1,abroad,2030-12-31T16:00:00Z,\n'))

test('each row is told what becomes of it, and why', () => {
  const file = '号码,类型,备注,有效期\n+86 138-0013-8000,,王先生,\n+1,前缀,abroad,2030-12-31\n13900139000,,李女士,\n755,区号,,\n8613900139000,,again,\n13700137000,,,tomorrow\n12,地球,,\n'
  const { rows, fault } = previewOf(linesOf(file), there)
  expect(fault).toBeUndefined()
  expect(rows.map((row) => [row.line, row.pattern, row.verdict, row.why])).toEqual([
    [2, '13800138000', 'same', undefined],
    [3, '+1', 'same', undefined],
    [4, '13900139000', 'added', undefined],
    [5, '755', 'refused', { key: 'lists.fault.areaCode' }],
    [6, '13900139000', 'refused', { key: 'lists.fault.twice', n: 4 }],
    [7, '13700137000', 'refused', { key: 'lists.fault.expires' }],
    [8, '12', 'refused', { key: 'lists.fault.kind' }],
  ])
})

test('a changed note is a change, and columns that nobody knows refuse the file', () => {
  expect(previewOf(linesOf('pattern,note\n13800138000,王总\n'), there).rows[0]).toMatchObject({ verdict: 'changed', why: { key: 'lists.why.note' } })
  expect(previewOf(linesOf('telephone\n13800138000\n'), there).fault).toBe('lists.fault.columns')
  expect(previewOf(linesOf(''), there).fault).toBe('lists.fault.noRows')
})

test('the platform has the last word, and what it refuses can be left out', () => {
  const lines = linesOf('pattern\n13800138001\n\n13800138002\n')
  const rows = judged(previewOf(lines, there).rows, [{ field: 'lines[4].pattern', code: 'lists.cell', message: 'is no number' }])
  expect(rows.map((row) => row.verdict)).toEqual(['added', 'refused'])
  expect(rows[1]?.why).toEqual({ said: 'is no number' })
  expect(withoutRefused(lines, rows)).toBe('pattern\n13800138001\n')
})

test('cells are read and written with quotes, and both encodings are known', () => {
  expect(cellsOf('a,"b ""c"", d",')).toEqual(['a', 'b "c", d', ''])
  expect(join(['a', 'b "c", d'])).toBe('a,"b ""c"", d"')
  expect(decode(new Uint8Array([0xba, 0xc5, 0xc2, 0xeb]))).toEqual({ text: '号码', encoding: 'GB18030' })
  expect(decode(new TextEncoder().encode('号码'))?.encoding).toBe('UTF-8')
})
