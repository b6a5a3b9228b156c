/** Times of one thing done again and again, in milliseconds. */
export type Times = { readonly median: number; readonly p95: number }

/** Does a thing `rounds` times after a few that are not counted. */
export async function timesOf(rounds: number, thing: (round: number) => Promise<unknown>): Promise<Times> {
  for (let round = 0; round < Math.min(5, rounds); round += 1) await thing(-1 - round)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await thing(round)
    times.push(performance.now() - begun)
  }
  times.sort((one, other) => one - other)
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

/** "overview today: median 4.1 ms, p95 6.0 ms; one row by key: 1.9, 2.5; 2.4 times at p95" */
export function compared(name: string, times: Times, peer: string, peerTimes: Times): string {
  const ratio = times.p95 / peerTimes.p95
  return (
    `${name}: median ${ms(times.median)}, p95 ${ms(times.p95)}; ` +
    `${peer}: ${ms(peerTimes.median)}, ${ms(peerTimes.p95)}; ${ratio.toFixed(1)} times at p95`
  )
}

export function ms(time: number): string {
  return time >= 1000 ? `${(time / 1000).toFixed(2)} s` : `${time.toFixed(1)} ms`
}
