import { z } from 'zod'
import { type Cas, SINON } from '#domain/campagne/exigence'
import { composerCondition } from '#domain/campagne/saisie-condition'
import { motifsDesRegles, REGLES_OUI_NON, reglesDe } from '#domain/piece/regles-validite'

const LigneForm = z.object({
  code: z.string(),
  exigence: z.enum(SINON),
  sinon: z.enum(SINON),
  liaison: z.enum(['ET', 'OU']).catch('ET'),
  version: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(0)]),
})

type LigneConnue = { genre: string; code: string; condition: Cas | null }

/** What the form of one line of the matrix says; null when it is none. The case that the form could not show stays as it is stored. */
export function lireLigne(form: FormData, lignes: readonly LigneConnue[]) {
  const lue = LigneForm.safeParse(Object.fromEntries(form))
  if (!lue.success) return null
  const { code, exigence, sinon, liaison, version } = lue.data
  const tous = (nom: string) => form.getAll(nom).filter((v): v is string => typeof v === 'string')
  const genres = tous('genres')
  const valeurs = tous('valeur')
  const saisie = composerCondition(
    tous('terme').map((terme, i) => ({ terme, valeur: valeurs[i] ?? '' })),
    liaison,
  )
  const gardee = form.has('conserver') ? lignes.find((l) => l.code === code && genres.includes(l.genre)) : undefined
  const quand = gardee?.condition?.quand ?? saisie
  const coches = new Set(tous('regles'))
  const regles = reglesDe(code, {
    ...Object.fromEntries(REGLES_OUI_NON.map((regle) => [regle, coches.has(regle)])),
    anneeDansTexte: form.get('anneeDansTexte') || null,
    ancienneteMaxMois: form.get('ancienneteMaxMois') ? Number(form.get('ancienneteMaxMois')) : null,
    dateAuPlusTot: form.get('dateAuPlusTot') || null,
  })
  const motifs = tous('motifs')
  const ordinaires = motifsDesRegles(regles)
  const memes = motifs.length === ordinaires.length && ordinaires.every((motif) => motifs.includes(motif))
  const condition = quand && { quand, sinon }
  return { version, ligne: { genres, code, exigence, condition, regles, motifs: memes ? [] : motifs } }
}
