import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { cutFonts } from './tools/cut-fonts.ts'

const here = import.meta.dirname

export default defineConfig(async () => {
  await cutFonts(join(here, '.fonts'))
  return {
    root: here,
    plugins: [react(), preloadTextFont(), shipFontLicences(), compressOnce()],
    build: {
      outDir: join(here, 'dist'),
      emptyOutDir: true,
      // A font or picture written into the style sheet would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // What others wrote changes less often than what we write.
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: 'libraries', test: /node_modules/ },
            ],
          },
        },
      },
    },
    server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8765' } },
  }
})

/** The two files that nearly every word on a screen needs are asked for before the style sheet is read. */
function preloadTextFont(): Plugin {
  return {
    name: 'an-cu-preload-text-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /text-(latin|vietnamese)-400-.*\.woff2$/.test(file))
          .toSorted()
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head' as const,
          })),
    },
  }
}

/** The fonts are under the SIL Open Font License, which travels with them. */
function shipFontLicences(): Plugin {
  const require = createRequire(import.meta.url)
  return {
    name: 'an-cu-ship-font-licences',
    apply: 'build',
    async generateBundle() {
      for (const font of ['be-vietnam-pro', 'inter', 'noto-sans']) {
        const source = await readFile(require.resolve(`@fontsource/${font}/LICENSE`), 'utf8')
        this.emitFile({ type: 'asset', fileName: `licences/${font}.txt`, source })
      }
    },
  }
}

const compress = promisify(brotliCompress)

/** Beside every script and style sheet lies what is sent of it, pressed as small as it goes: the server has no time for that. */
function compressOnce(): Plugin {
  return {
    name: 'an-cu-compress-once',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))
      for (const file of files.map((name) => join(dir ?? '', name))) {
        const bytes = await readFile(file)
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
        await writeFile(`${file}.br`, await compress(bytes, { params }))
      }
    },
  }
}
