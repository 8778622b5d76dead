import type { ParseArgsConfig } from 'node:util'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'

/** What a command acts with. The database is opened at the first call: reading one file needs none. */
export type Contexte = {
  db: () => Promise<Db>
  deps: () => Promise<DepsFichiers>
  /** Milliseconds since some instant: only differences mean something. */
  clock: () => number
  /** One sentence for the person who waits; never on stdout, which belongs to the answer. */
  tell: (sentence: string) => void
}

export type Arguments = {
  positionals: string[]
  /** The options given without a value. */
  flags: ReadonlySet<string>
  values: Record<string, string | undefined>
}

/** `json` is the document of docs/contrat.md; `texte` says the same to a person. */
export type Reponse = { ok: true; json: object; texte: string } | { ok: false; erreur: string }

/** One command: thin like a route. `usage` follows its name; too few or too many positionals is a wrong usage. */
export type Commande = {
  usage: string
  positionals: { min: number; max: number }
  options: Record<string, { type: 'string' | 'boolean' }> & ParseArgsConfig['options']
  run: (contexte: Contexte, args: Arguments) => Promise<Reponse>
}

/** Exit codes of docs/contrat.md. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const

/** Ends the command with a French sentence, from wherever it is noticed. */
export function stop(sentence: string, exit: number = EXIT.refused): never {
  throw Object.assign(new Error(sentence), { exit })
}

/** The sentence and exit code of a command that was stopped; null for an error nobody foresaw. */
export const stopped = (error: unknown): { sentence: string; exit: number } | null =>
  error instanceof Error && 'exit' in error ? { sentence: error.message, exit: Number(error.exit) } : null

/** An option that must be given. */
export function required(values: Arguments['values'], name: string): string {
  const value = values[name]?.trim()
  if (!value) stop(`L’option --${name} est obligatoire.`, EXIT.usage)
  return value
}

/** An option or an argument that must be a whole number of at least `min`. */
export function wholeNumber(value: string, { name, min = 0 }: { name: string; min?: number }): number {
  const number = Number(value)
  if (!/^\d{1,9}$/.test(value) || number < min) {
    stop(`${name} attend un nombre entier d’au moins ${min}.`, EXIT.usage)
  }
  return number
}
