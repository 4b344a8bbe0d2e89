import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './style.css'
import { createApp } from 'vue'
import { i18n, speak } from '@/shared/text/i18n'
import App from './App.vue'
import { features } from './features'
import { follow } from './follow'
import { router } from './router'
import { show, theme } from './theme'

for (const { words } of features) {
  i18n.global.mergeLocaleMessage('zh', words.zh)
  i18n.global.mergeLocaleMessage('en', words.en)
}
speak(i18n.global.locale.value)
show(theme.value)
follow(router)
createApp(App).use(i18n).use(router).mount('#app')
