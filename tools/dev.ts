import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { root } from './project.ts'

/** The server, restarted on every change, and the web part, reloaded on every change, under one address. */
const port = process.env['PORT'] ?? '8765'
const server = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--watch',
    '--watch-preserve-output',
    'server/src/main.ts',
    ...process.argv.slice(2),
  ],
  { cwd: root, env: { ...process.env, PORT: port }, stdio: 'inherit' },
)

const web = await createServer({
  root: join(root, 'web'),
  configFile: join(root, 'web/vite.config.ts'),
  server: { host: '127.0.0.1', proxy: { '/api': `http://127.0.0.1:${port}` } },
})
await web.listen()
web.printUrls()

/** Ctrl-C reaches the server by itself as well: stopping bears two signals. */
const stop = (signal: NodeJS.Signals): void => {
  server.kill(signal)
  void web.close()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
server.once('close', (code) => {
  process.exitCode = code ?? 0
  void web.close()
})
