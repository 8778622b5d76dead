import type { CodePiece } from '#domain/piece/piece'
import type { Genre } from '#domain/structure/genre'
import { z } from 'zod'
import { type Cas, SINON } from '#domain/campagne/exigence'
import { composerCondition } from '#domain/campagne/saisie-condition'
import { motifsDesRegles, REGLES_OUI_NON, reglesDe } from '#domain/piece/regles-validite'
import { jourDuForm } from '#web/form'

const textes = z.array(z.string().default(''))

/** The form of one line of the matrix. */
export const LigneForm = z.object({
  intent: z.literal('modifier'),
  code: z.string(),
  exigence: z.enum(SINON),
  sinon: z.enum(SINON),
  liaison: z.enum(['ET', 'OU']).catch('ET'),
  version: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .transform((lue) => lue ?? null),
  genres: textes,
  terme: textes,
  valeur: textes,
  regles: textes,
  motifs: textes,
  conserver: z.string().optional(),
  anneeDansTexte: z.string().optional(),
  ancienneteMaxMois: z.coerce.number().optional(),
  dateAuPlusTot: jourDuForm('').optional(),
})

type LigneConnue = { genre: Genre; code: CodePiece; condition: Cas | null }

/** The line that a form says. The case that the form could not show stays as it is stored. */
export function lireLigne(form: z.output<typeof LigneForm>, lignes: readonly LigneConnue[]) {
  const { code, exigence, sinon, liaison, version, genres, valeur, motifs } = form
  const saisie = composerCondition(
    form.terme.map((terme, i) => ({ terme, valeur: valeur[i] ?? '' })),
    liaison,
  )
  const gardee =
    form.conserver === undefined ? undefined : lignes.find((l) => l.code === code && genres.includes(l.genre))
  const quand = gardee?.condition?.quand ?? saisie
  const coches = new Set(form.regles)
  const regles = reglesDe(code, {
    ...Object.fromEntries(REGLES_OUI_NON.map((regle) => [regle, coches.has(regle)])),
    anneeDansTexte: form.anneeDansTexte ?? null,
    ancienneteMaxMois: form.ancienneteMaxMois ?? null,
    dateAuPlusTot: form.dateAuPlusTot ?? null,
  })
  const ordinaires = motifsDesRegles(regles)
  const memes = motifs.length === ordinaires.length && ordinaires.every((motif) => motifs.includes(motif))
  const condition = quand && { quand, sinon }
  return { version, ligne: { genres, code, exigence, condition, regles, motifs: memes ? [] : motifs } }
}
