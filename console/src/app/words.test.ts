import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zh } from '@/shared/text/zh'
import { features } from './features'

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? files(path) : /\.(vue|ts)$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : []
  })
}

function isSaid(words: object, key: string): boolean {
  const found = key.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined), words)
  return typeof found === 'string'
}

test('whatever the pages say by its key has words', () => {
  const all: object[] = [zh, ...features.map((feature) => feature.words.zh)]
  const asked = files('src').flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map((match) => `${match[1] ?? ''} (${path})`))
  expect(asked.filter((one) => !all.some((words) => isSaid(words, one.split(' ')[0] ?? '')))).toEqual([])
})

test('each place in the menu leads to a page and has words', () => {
  const paths = features.flatMap((feature) => feature.routes).map((route) => route.path)
  const places = features.flatMap((feature) => feature.places)
  expect(places.map((place) => place.to).filter((to) => !paths.includes(to))).toEqual([])
  expect(places.map((place) => place.words).filter((key) => !features.some((feature) => isSaid(feature.words.zh, key)))).toEqual([])
})

test('features take neither words nor names of pages from each other', () => {
  const said = features.flatMap((feature) => Object.keys(feature.words.zh))
  const named = features.flatMap((feature) => feature.routes).map((route) => String(route.name))
  for (const all of [said, named]) {
    expect(all.filter((one, place) => all.indexOf(one) !== place)).toEqual([])
  }
})
