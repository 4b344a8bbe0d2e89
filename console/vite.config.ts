import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Where the platform runs, for `npm run dev`. */
const platform = process.env.HOTLINE_PLATFORM ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  // The page forbids scripts that stand in it: nothing may be inlined.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': platform } },
  preview: { proxy: { '/api': platform } },
  test: { include: ['src/**/*.test.ts'] },
})
