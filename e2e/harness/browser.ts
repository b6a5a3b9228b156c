import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

export type Machine = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Said when no browser is found: how to get one, Vietnamese first. */
export const browserMissing =
  'Không tìm thấy Chrome hay Chromium để chạy kiểm thử trên trình duyệt: hãy cài bằng ' +
  '"sudo apt-get install chromium" (Debian, Ubuntu) hoặc từ https://www.google.com/chrome, ' +
  'hoặc đặt CHROME_PATH là đường dẫn tới chương trình, rồi chạy lại.\n' +
  'No Chrome or Chromium was found for the browser journeys: install one with ' +
  '"sudo apt-get install chromium" (Debian, Ubuntu) or from https://www.google.com/chrome, ' +
  'or set CHROME_PATH to the program, then run again.'

/**
 * The Chrome or Chromium of this machine, Edge at last; undefined without one. CHROME_PATH alone decides when
 * it is set.
 */
export function findBrowser(machine: Machine = thisMachine()): string | undefined {
  const chosen = machine.environment['CHROME_PATH']
  if (chosen !== undefined && chosen !== '') return isProgram(chosen) ? chosen : undefined
  return usualPlaces(machine).find(isProgram)
}

/** Asks no outside host for anything, which on a closed network would make every start wait. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error(browserMissing)
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env }
}

function usualPlaces({ platform, environment }: Machine): readonly string[] {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return [join(environment['HOME'] ?? '/', 'Applications'), '/Applications'].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents/MacOS', name)),
    )
  }
  if (platform === 'win32') {
    const files = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name])
    return files.flatMap((file) =>
      folders.filter((folder) => folder !== undefined).map((folder) => join(folder, file)),
    )
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
