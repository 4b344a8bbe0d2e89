import type { Words } from './zh'

export const en: Words = {
  brand: 'Hotline400',
  nav: { signIn: 'Sign in', signOut: 'Sign out', language: '中文', dark: 'Dark', light: 'Light', skip: 'Skip to content', menu: 'Navigation', open: 'Open the menu' },
  groups: { market: 'Numbers for sale', service: 'My hotlines', calls: 'Calls', money: 'Money', account: 'Account', desk: 'Operator' },
  state: {
    loading: 'Loading…',
    retry: 'Try again',
    more: 'More',
    problem: {
      unreachable: 'The platform cannot be reached. Check the network and try again.',
      timeout: 'The platform did not answer within 20 seconds. Try again.',
      unexpected: 'Something went wrong on the platform. Try again later.',
      notLoaded: 'The page could not be loaded: the platform is away, or was upgraded just now. Try again.',
    },
  },
  deed: { cancel: 'Cancel', save: 'Save', done: 'Done', saved: 'Saved', remove: 'Delete', removed: 'Deleted', close: 'Close', edit: 'Edit', all: 'All', search: 'Search', add: 'Add', once: 'Shown this once: keep it now', kept: 'I have kept it', more: 'Show more', optional: 'optional' },
  copy: { act: 'Copy', of: 'Copy {text}', done: 'Copied', failed: 'The browser does not allow copying. Please select it by hand.' },
  notAllowed: { title: 'You may not open this page', text: 'Your role does not include it. If you need it, ask your administrator.' },
  notFound: { title: 'There is no such page', back: 'Back to the start' },
}
