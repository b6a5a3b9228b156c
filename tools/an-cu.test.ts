import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../e2e/harness/server.ts'
import { root } from './project.ts'
import { aTree, write } from './testing/trees.ts'

type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** A project of one workspace and no package from outside, so that npm needs no network. */
const lock = {
  name: 'p',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'p', version: '1.0.0', workspaces: ['core'] },
    core: { name: 'p-core', version: '1.0.0' },
    'node_modules/p-core': { resolved: 'core', link: true },
  },
}

const tell = 'console.log(JSON.stringify([import.meta.filename, process.argv.slice(2), process.cwd()]))\n'

function aFreshProject(main = tell): string {
  const folder = aTree({
    'package.json': JSON.stringify({ name: 'p', version: '1.0.0', type: 'module', workspaces: ['core'] }),
    'package-lock.json': JSON.stringify(lock),
    'core/package.json': JSON.stringify({ name: 'p-core', version: '1.0.0' }),
    'cli/src/main.ts': main,
    'server/src/main.ts': tell,
    'tools/build.ts': "process.stderr.write('built\\n')\n",
    'tools/odd.ts': tell,
    'tmp/kept': '',
  })
  cpSync(join(root, 'bin/an-cu.js'), join(folder, 'bin/an-cu.js'))
  return folder
}

/** As npm leaves it: its own lockfile without the entry of the project itself. */
function aProject(main = tell): string {
  const folder = aFreshProject(main)
  const { '': _self, ...packages } = lock.packages
  write(folder, { 'node_modules/.package-lock.json': JSON.stringify({ ...lock, packages }) })
  return folder
}

function begin(
  folder: string,
  args: readonly string[],
  options: { cwd?: string; apart?: boolean } = {},
): ChildProcess {
  return spawn(process.execPath, [join(folder, 'bin/an-cu.js'), ...args], {
    cwd: options.cwd ?? folder,
    env: { ...process.env, TMPDIR: join(folder, 'tmp'), npm_config_cache: join(folder, 'tmp/cache') },
    detached: options.apart ?? false,
  })
}

function end(child: ChildProcess): Promise<Said> {
  return new Promise((done) => {
    let [out, err] = ['', '']
    child.stdout?.on('data', (chunk) => (out += String(chunk)))
    child.stderr?.on('data', (chunk) => (err += String(chunk)))
    child.once('close', (code) => done({ code, out, err }))
  })
}

const anCu = (folder: string, ...args: readonly string[]): Promise<Said> => end(begin(folder, args))

/** Resolves when the child has said `text` on its standard output. */
function heard(child: ChildProcess, text: string): Promise<void> {
  return new Promise((done) => {
    let out = ''
    child.stdout?.on('data', (chunk) => {
      out += String(chunk)
      if (out.includes(text)) done()
    })
  })
}

const installing = 'Đang cài đặt các gói cần dùng… / Installing the packages needed…\n'

describe('handing over', () => {
  test('anything goes to the command line with its arguments and folder; nothing else is said', async () => {
    const folder = aProject(`import 'node:sqlite'\n${tell}`)

    const said = await end(begin(folder, ['status', '--on', '2024-03-31'], { cwd: join(folder, 'core') }))

    expect(said).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(said.out)).toEqual([
      join(folder, 'cli/src/main.ts'),
      ['status', '--on', '2024-03-31'],
      join(folder, 'core'),
    ])
  })

  test('start builds the web part and then goes to the server; --tool goes to a tool', async () => {
    const folder = aProject()

    const start = await anCu(folder, 'start', '--empty')
    const tool = await anCu(folder, '--tool', 'tools/odd.ts', 'a', '-b')

    expect(start).toMatchObject({ code: 0, err: 'built\n' })
    expect(JSON.parse(start.out)).toEqual([join(folder, 'server/src/main.ts'), ['--empty'], folder])
    expect(JSON.parse(tool.out)).toEqual([join(folder, 'tools/odd.ts'), ['a', '-b'], folder])
  })

  test('a web part that cannot be built is not served', async () => {
    const folder = aProject()
    write(folder, { 'tools/build.ts': 'process.exitCode = 9\n' })

    expect(await anCu(folder, 'start')).toMatchObject({ code: 9, out: '' })
  })

  test("the project's own Node comes before the one that started", async () => {
    const system = process.platform === 'win32' ? 'win' : process.platform
    const own = join(root, 'node_modules', `node-${system}-${process.arch}`)
    const folder = aProject('console.log(process.execPath, process.versions.node)\n')
    if (existsSync(own))
      symlinkSync(own, join(folder, 'node_modules', `node-${system}-${process.arch}`), 'junction')

    const [path = '', version] = (await anCu(folder)).out.trim().split(' ')

    expect(realpathSync(path)).toBe(existsSync(own) ? realpathSync(join(own, 'bin/node')) : process.execPath)
    expect(Number(version?.split('.')[0])).toBeGreaterThanOrEqual(24)
  })

  test('streams and the exit code pass through', async () => {
    const folder = aProject("process.stdin.on('data', (chunk) => process.exit(Number(chunk)))\n")
    const child = begin(folder, [])
    child.stdin?.end('42')

    expect(await end(child)).toMatchObject({ code: 42 })
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s reaches the child, which ends in its own time',
    async (signal) => {
      const folder = aProject(
        `let count = 0\nprocess.on('${signal}', () => (count += 1, setTimeout(() => process.exit(10 + count), 300)))\n` +
          "setInterval(() => undefined, 1000)\nconsole.log('ready')\n",
      )
      const child = begin(folder, [])
      const ended = end(child)
      await heard(child, 'ready')
      child.kill(signal)
      await new Promise((done) => setTimeout(done, 100))
      child.kill(signal)

      expect(await ended).toMatchObject({ code: 12 })
    },
  )

  test('a child that a signal ended gives 128 and the number of the signal', async () => {
    expect(await anCu(aProject("process.kill(process.pid, 'SIGKILL')\n"))).toMatchObject({ code: 137 })
  })
})

describe('installing', () => {
  test('happens once: not again, nor when the lockfile only looks newer', async () => {
    const folder = aFreshProject()

    const first = await anCu(folder)
    const second = await anCu(folder)
    utimesSync(join(folder, 'package-lock.json'), new Date(), new Date(Date.now() + 60_000))
    const touched = await anCu(folder)

    expect([first.err, second.err, touched.err]).toEqual([installing, '', ''])
    expect([first.code, second.code, touched.code]).toEqual([0, 0, 0])
  })

  test('happens again when the lockfile says something else, or an install was cut off', async () => {
    const folder = aFreshProject()
    await anCu(folder)
    const core = { name: 'p-core', version: '1.0.1' }
    write(folder, {
      'core/package.json': JSON.stringify(core),
      'package-lock.json': JSON.stringify({ ...lock, packages: { ...lock.packages, core } }),
    })
    utimesSync(join(folder, 'package-lock.json'), new Date(), new Date(Date.now() + 1000))
    const changed = await anCu(folder)
    rmSync(join(folder, 'node_modules/.package-lock.json'))
    const cutOff = await anCu(folder)

    expect([changed.err, cutOff.err]).toEqual([installing, installing])
  })

  test('two starts at once install once', async () => {
    const folder = aFreshProject()

    const both = await Promise.all([anCu(folder), anCu(folder)])

    expect(both.map((said) => said.code)).toEqual([0, 0])
    const errors = both.map((said) => said.err).join('')
    expect(errors.split(installing)).toHaveLength(2)
    expect(readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('an-cu'))).toEqual([])
  })

  test('without a network: one sentence in both languages, exit 1, no stack', async () => {
    const folder = aFreshProject()
    const port = await freePort()
    write(folder, withPackageFrom(`http://127.0.0.1:${port}`))

    const said = await anCu(folder)

    expect(said).toMatchObject({ code: 1, out: '' })
    expect(said.err.replace(/… \d+ s\n/g, '').split('\n')).toEqual([
      installing.trim(),
      'Không cài được các gói cần dùng vì không tới được kho gói npm: hãy nối mạng rồi chạy lại.',
      'The packages needed could not be installed because the npm registry cannot be reached: connect and run again.',
      '',
    ])
  }, 60_000)

  test('a lockfile that npm refuses is told with its reason', async () => {
    const folder = aFreshProject()
    const { core: _left, ...packages } = lock.packages
    write(folder, { 'package-lock.json': JSON.stringify({ ...lock, packages }) })

    const said = await anCu(folder)

    expect(said.code).toBe(1)
    expect(said.err).toMatch(/Không cài được các gói cần dùng \(npm ci: .+\)\.\n/)
    expect(said.err).toMatch(/The packages needed could not be installed \(npm ci: .+\)\.\n$/)
  })

  test('a start that was killed while installing does not hold up the next', async () => {
    const silent = createServer()
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    onTestFinished(() => void silent.close())
    const address = silent.address()
    const folder = aFreshProject()
    write(folder, withPackageFrom(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`))
    const asked = new Promise<void>((done) => silent.once('connection', () => done()))
    const killed = begin(folder, [], { apart: true })
    await asked
    process.kill(-(killed.pid ?? 0), 'SIGKILL')
    await end(killed)
    expect(readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('an-cu'))).toHaveLength(1)

    write(folder, {
      'package.json': readFileSync(join(folder, 'package.json'), 'utf8').replace(/,"dep.*?}/, ''),
    })
    write(folder, { 'package-lock.json': JSON.stringify(lock) })

    expect(await anCu(folder)).toMatchObject({ code: 0, err: installing })
  }, 60_000)
})

/** A project that needs a package which only that registry has. */
function withPackageFrom(registry: string): Record<string, string> {
  const dependencies = { 'from-outside': '1.0.0' }
  const about = { name: 'p', version: '1.0.0', type: 'module', workspaces: ['core'], dependencies }
  const outside = {
    version: '1.0.0',
    resolved: `${registry}/from-outside/-/from-outside-1.0.0.tgz`,
    integrity: `sha512-${createHash('sha512').update('nothing').digest('base64')}`,
  }
  return {
    'package.json': JSON.stringify(about),
    'package-lock.json': JSON.stringify({
      ...lock,
      packages: {
        ...lock.packages,
        '': { ...lock.packages[''], dependencies },
        'node_modules/from-outside': outside,
      },
    }),
  }
}
