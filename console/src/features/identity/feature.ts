import { type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

/** The letters of the platform lead to `/sign-up`, `/invitation` and `/password-reset`, with their code behind the `#`. */
export const identity: Feature = {
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignInPage.vue') },
    { path: '/sign-up', name: 'sign-up', component: () => import('./pages/SignUpPage.vue') },
    { path: '/invitation', name: 'invitation', component: () => import('./pages/InvitationPage.vue') },
    { path: '/password-reset', name: 'password-reset', component: () => import('./pages/PasswordResetPage.vue') },
  ],
  places: [],
  words: { zh, en },
}
