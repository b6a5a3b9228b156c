#!/usr/bin/env node
/**
 * The one door from outside: installs what is missing, then hands over to the project's own Node with the
 * same arguments, folder, streams and signals. Plain JavaScript, because it runs on the machine's Node 20
 * before anything is installed.
 *
 *   an-cu start …            the server
 *   an-cu --tool FILE …      a tool of the project (npm scripts)
 *   an-cu …                  the command line
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const wantedLock = join(root, 'package-lock.json')
const installedLock = join(root, 'node_modules', '.package-lock.json')
const windows = process.platform === 'win32'
const quiet = ['--disable-warning=ExperimentalWarning']

/** Ends the start: said in both languages, on standard error, exit 1. */
class Stop extends Error {}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Stop ? error.message : (error.stack ?? error)}\n`)
    process.exit(1)
  },
)

async function main(args) {
  if (!isInstalled()) await install()
  const [first, ...rest] = args
  if (first === '--tool') return handOver([join(root, rest[0] ?? ''), ...rest.slice(1)])
  if (first !== 'start') return handOver([join(root, 'cli/src/main.ts'), ...args])
  const built = await handOver([join(root, 'tools/build.ts')])
  return built === 0 ? handOver([join(root, 'server/src/main.ts'), ...rest]) : built
}

/** The first Node 24 that this machine can execute (a build for another C library cannot be). */
async function handOver(args) {
  for (const node of nodes()) {
    const outcome = await run(node, [...quiet, ...args], { stdio: 'inherit', env: environment() })
    if (outcome.started) return outcome.code
  }
  throw new Stop(
    `Không có Node 24 cho máy này (${process.platform}-${process.arch}): hãy cài Node 24 trở lên rồi chạy lại.\n` +
      `There is no Node 24 for this machine (${process.platform}-${process.arch}): install Node 24 or newer and run again.`,
  )
}

/** What has been compiled once is kept, so that the next start is a third shorter; a folder that cannot be written is no fault. */
function environment() {
  return { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'an-cu'), ...process.env }
}

function nodes() {
  const folder = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const own = join(root, 'node_modules', folder, 'bin', windows ? 'node.exe' : 'node')
  const isNew = Number(process.versions.node.split('.')[0]) >= 24
  return [...(existsSync(own) ? [own] : []), ...(isNew ? [process.execPath] : [])]
}

/**
 * Runs a child to its end, passing every signal on. Ctrl-C reaches parent and child alike, so a child may get
 * it twice. Windows delivers Ctrl-C by itself and knows no other way than to kill.
 */
function run(command, args, options, onOutput = () => {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...options, shell: windows && command.endsWith('.cmd') })
    const pass = (signal) => windows || child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const end = (settle) => {
      for (const signal of signals) process.off(signal, pass)
      settle()
    }
    child.stdout?.on('data', onOutput)
    child.stderr?.on('data', onOutput)
    child.on('error', (error) =>
      end(() => (error.code === 'ENOENT' ? done({ started: false, code: 1, signal: null }) : fail(error))),
    )
    child.on('close', (code, signal) =>
      end(() => done({ started: true, code: code ?? 128 + (constants.signals[signal] ?? 0), signal })),
    )
  })
}

/**
 * npm writes its own lockfile into `node_modules` last, so an install that was cut off has none. A checkout
 * makes the lockfile look newer although it says the same: then the date alone is put right.
 */
function isInstalled() {
  if (!existsSync(installedLock)) return false
  if (statSync(wantedLock).mtimeMs <= statSync(installedLock).mtimeMs) return true
  const wanted = JSON.parse(readFileSync(wantedLock, 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages
  const same =
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, entry]) =>
      path in installed
        ? JSON.stringify(installed[path]) === JSON.stringify(entry)
        : path === '' || entry.optional === true,
    )
  if (same) utimesSync(installedLock, new Date(), new Date())
  return same
}

async function install() {
  const release = await takeTurn()
  try {
    if (!isInstalled()) await runNpm()
  } finally {
    release()
  }
}

async function runNpm() {
  process.stderr.write('Đang cài đặt các gói cần dùng… / Installing the packages needed…\n')
  const started = Date.now()
  const timer = setInterval(() => {
    process.stderr.write(`… ${Math.round((Date.now() - started) / 1000)} s\n`)
  }, 5000)
  let output = ''
  const [command, args] = npm()
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }
  const outcome = await run(command, [...args, ...npmArguments], options, (chunk) => {
    output += chunk
  }).finally(() => clearInterval(timer))
  if (outcome.signal !== null || outcome.code > 128) process.exit(outcome.code)
  if (!outcome.started) {
    throw new Stop(
      'Không tìm thấy npm: hãy cài Node.js kèm npm rồi chạy lại.\n' +
        'npm was not found: install Node.js with npm and run again.',
    )
  }
  if (outcome.code !== 0) throw new Stop(whyNot(output))
}

/** Development packages too, whatever NODE_ENV says: the web part is built on this machine. */
const npmArguments = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  // What npm says is read for the reason, however quietly this was started.
  '--loglevel=error',
  '--prefer-offline',
  '--fetch-retries=2',
  '--fetch-retry-factor=2',
  '--fetch-retry-mintimeout=1000',
]

/** The npm that started this, else the one beside Node, else the one on the path. */
function npm() {
  const besideNode = windows
    ? '../node_modules/npm/bin/npm-cli.js'
    : '../../lib/node_modules/npm/bin/npm-cli.js'
  const files = [process.env.npm_execpath ?? '', resolve(process.execPath, besideNode)]
  const file = files.find((path) => basename(path) === 'npm-cli.js' && existsSync(path))
  if (file !== undefined) return [process.execPath, [file]]
  return [windows ? 'npm.cmd' : 'npm', []]
}

function whyNot(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT/.test(
      output,
    )
  ) {
    return (
      'Không cài được các gói cần dùng vì không tới được kho gói npm: hãy nối mạng rồi chạy lại.\n' +
      'The packages needed could not be installed because the npm registry cannot be reached: connect and run again.'
    )
  }
  if (/ENOSPC/.test(output)) {
    return (
      'Không cài được các gói cần dùng vì đĩa đã đầy: hãy dọn bớt rồi chạy lại.\n' +
      'The packages needed could not be installed because the disk is full: free some space and run again.'
    )
  }
  const said = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)/, '').trim())
  const reason =
    said.find((line) => line !== '' && !/^(npm warn|code |errno |syscall |path )/.test(line)) ?? '?'
  return (
    `Không cài được các gói cần dùng (npm ci: ${reason}).\n` +
    `The packages needed could not be installed (npm ci: ${reason}).`
  )
}

/**
 * One install at a time in one project folder. The lock is a file with the holder's process id, linked into
 * place whole; a holder that is gone has its lock taken away.
 */
async function takeTurn() {
  const name = `an-cu-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
  const lock = join(tmpdir(), name)
  const mine = `${lock}.${process.pid}`
  let told = false
  for (;;) {
    writeFileSync(mine, String(process.pid))
    try {
      linkSync(mine, lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    } finally {
      rmSync(mine, { force: true })
    }
    if (clearDeadHolder(lock, mine)) continue
    if (!told) {
      process.stderr.write('Đang chờ một lần cài đặt khác xong… / Waiting for another install to finish…\n')
    }
    told = true
    await sleep(200)
  }
  const release = () => rmSync(lock, { force: true })
  process.on('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}

function clearDeadHolder(lock, grave) {
  const holder = readHolder(lock)
  if (holder === undefined) return true
  if (isAlive(holder)) return false
  try {
    renameSync(lock, grave)
  } catch {
    return true
  }
  const moved = readHolder(grave)
  if (moved !== undefined && moved !== holder && isAlive(moved)) linkSync(grave, lock)
  rmSync(grave, { force: true })
  return true
}

function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
