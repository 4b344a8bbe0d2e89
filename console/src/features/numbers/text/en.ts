import type { zh } from './zh'

export const en: typeof zh = {
  numbers: { menu: 'My numbers', title: 'My numbers', none: 'No number yet. Find one first.', number: 'Number', status: 'Status', since: 'Since', toShop: 'Find a number' },
}
