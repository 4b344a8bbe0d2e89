import { ref } from 'vue'

export type Theme = 'light' | 'dark'

const KEY = 'hotline.theme'

function first(): Theme {
  const chosen = localStorage.getItem(KEY)
  if (chosen === 'light' || chosen === 'dark') {
    return chosen
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const theme = ref<Theme>(first())

export function show(chosen: Theme): void {
  theme.value = chosen
  localStorage.setItem(KEY, chosen)
  document.documentElement.classList.toggle('dark', chosen === 'dark')
}
