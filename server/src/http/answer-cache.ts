/** Most characters of answers that are kept; the province's overview has about 60,000. */
const mostCharacters = 16_000_000

/**
 * Answers by their tag, the least lately asked for dropped first. A tag names everything an answer depends
 * on, the ledger's last entry included, so that nothing kept ever has to be taken back.
 */
export class AnswerCache {
  readonly #answers = new Map<string, string>()
  #characters = 0

  find(tag: string): string | undefined {
    const answer = this.#answers.get(tag)
    if (answer === undefined) return undefined
    this.#answers.delete(tag)
    this.#answers.set(tag, answer)
    return answer
  }

  keep(tag: string, answer: string): void {
    if (answer.length > mostCharacters || this.#answers.has(tag)) return
    this.#answers.set(tag, answer)
    this.#characters += answer.length
    for (const [oldest, dropped] of this.#answers) {
      if (this.#characters <= mostCharacters) return
      this.#answers.delete(oldest)
      this.#characters -= dropped.length
    }
  }
}
