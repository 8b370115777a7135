import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const pages = {
  app: { html: 'src/web/index.html', out: 'dist/web' },
  // every component on one page, for eyes and for axe; never shipped
  specimen: { html: 'src/web/kit/specimen/specimen.html', out: 'dist/specimen' },
}

export default defineConfig(({ mode }) => {
  const page = mode === 'specimen' ? pages.specimen : pages.app
  return {
    root: 'src/web',
    plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }],
    build: {
      outDir: `${import.meta.dirname}/${page.out}`,
      emptyOutDir: true,
      manifest: true,
      // no data: addresses, so that the content policy can name 'self' alone
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // light-dark(), oklch() and subgrid as written
      target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
      rolldownOptions: { input: `${import.meta.dirname}/${page.html}` },
    },
  }
})
