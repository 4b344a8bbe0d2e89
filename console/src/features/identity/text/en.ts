import type { zh } from './zh'

export const en: typeof zh = {
  signIn: { title: 'Sign in', name: 'Mail address', password: 'Password', code: 'Code (authenticator app or recovery code)', submit: 'Sign in', expired: 'Your session has ended. Please sign in again.' },
}
